namespace Governance.Workflows;

/// <summary>Descriptors of the activities that the engine brings along. Names, inputs and ports are Elsa's.</summary>
internal static class BuiltInActivities
{
    private static readonly string[] SwitchModes = ["MatchFirst", "MatchAny"];
    private static readonly string[] JoinModes = ["WaitAll", "WaitAllActive", "WaitAny"];

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Of("Elsa.Flowchart", "Flow", "Activities and connections between them."),
        Of("Elsa.Sequence", "Workflows", "Executes activities one after the other."),
        Of("Elsa.Start", "Flow", "Where a flowchart starts.", outcomes: ["Done"]),
        Of("Elsa.Finish", "Primitives", "Ends the workflow at once."),
        Of("Elsa.End", "Flow", "Ends the flowchart at once."),
        Of("Elsa.Fault", "Primitives", "Faults with a code and a message.",
            [
                In("code", "A short code of the failure."),
                In("category", "What kind of failure it is."),
                In("faultType", "Whose failure it is: System, Business."),
                In("message", "What went wrong, for whoever looks into it."),
            ]),
        Of("Elsa.WriteLine", "Console", "Writes a line of text.", [In("text", "The line.")], outcomes: ["Done"]),
        Of("Elsa.SetVariable", "Primitives", "Assigns a value to a variable.", [In("value", "What it holds from now on.", "Object")], outcomes: ["Done"]),
        Of("Elsa.SetOutput", "Composition", "Assigns a value to an output of the workflow.",
            [
                In("outputName", "Which output of the workflow.", hint: UiHints.OutputPicker),
                In("outputValue", "What it holds from now on.", "Object"),
            ], outcomes: ["Done"]),
        Of("Elsa.SetName", "Primitives", "Names the instance.", [In("value", "The name of the instance.")], outcomes: ["Done"]),
        Of("Elsa.Correlate", "Primitives", "Sets the correlation id of the instance.", [In("correlationId", "By what the instance is known outside.")], outcomes: ["Done"]),
        Of("Elsa.If", "Branching", "Executes one of two activities.", [In("condition", "Decides: then when it holds, else otherwise.", "Boolean")], [Out("result", "Whether the condition held.", "Boolean")], ["Done"]),
        Of("Elsa.Switch", "Branching", "Executes the activity of the cases that match.", [In("mode", "The first case that matches, or each of them.", "SwitchMode", value: "MatchFirst", choices: SwitchModes)], outcomes: ["Done"]),
        Of("Elsa.FlowDecision", "Branching", "Chooses a path by a condition.", [In("condition", "Decides: out by True when it holds, by False otherwise.", "Boolean")], outcomes: ["True", "False"]),
        Of("Elsa.FlowSwitch", "Branching", "Chooses the paths of the cases that match.", [In("mode", "The first case that matches, or each of them.", "SwitchMode", value: "MatchFirst", choices: SwitchModes)]),
        Of("Elsa.FlowFork", "Branching", "Starts several paths at once.", [In("branches", "The names of the ways that start; each is an outcome.", "String[]", UiHints.DynamicOutcomes)]),
        Of("Elsa.FlowJoin", "Branching", "Brings paths together.", [In("mode", "For which of the ways that lead here it waits.", "FlowJoinMode", value: "WaitAny", choices: JoinModes)], outcomes: ["Done"]),
        Of("Elsa.For", "Looping", "Counts from a start to an end.",
            [
                In("start", "The first number.", "Int32", value: 0),
                In("end", "The last number.", "Int32", value: 0),
                In("step", "By how much it counts; below zero it counts down.", "Int32", value: 1),
                In("outerBoundInclusive", "Whether the last number counts too.", "Boolean", value: true),
            ], [Out("currentValue", "The number of this turn.")], ["Done"]),
        Of("Elsa.ForEach", "Looping", "Executes an activity for each item.", [In("items", "The items, one after the other.", "Object[]")], [Out("currentValue", "The item of this turn.")], ["Done"]),
        Of("Elsa.ParallelForEach", "Looping", "Executes an activity for each item, all at once.", [In("items", "The items, all at once.", "Object[]")], outcomes: ["Done"]),
        Of("Elsa.While", "Looping", "Executes an activity while a condition holds.", [In("condition", "As long as it holds, it goes round once more.", "Boolean")], outcomes: ["Done"]),
        Of("Elsa.Break", "Looping", "Leaves a loop."),
        Of("Elsa.Complete", "Composition", "Completes the workflow it is in.", [In("outcomes", "By which outcomes the workflow or its use as an activity is left.", "Object", UiHints.OutcomePicker)]),
        Of("Elsa.Fork", "Control Flow", "Executes several branches at once.", outcomes: ["Done"]),
        Of("Elsa.Parallel", "Workflows", "Executes activities at once.", outcomes: ["Done"]),
        Of("Elsa.Event", "Primitives", "Waits for an event.", [In("eventName", "The event it waits for.")], [Out("result", "What came with the event.")], ["Done"]),
        Of("Elsa.PublishEvent", "Primitives", "Publishes an event.",
            [
                In("eventName", "The event."),
                In("correlationId", "Which instances it is for; empty: any."),
                In("isLocalEvent", "Only for this instance.", "Boolean", value: false),
                In("payload", "What comes with it.", "Object"),
            ], outcomes: ["Done"]),
        Of("Elsa.Delay", "Timers", "Waits for a time.", [In("timeSpan", "How long it waits: 1.12:30:00 is a day and twelve and a half hours.", "TimeSpan")], outcomes: ["Done"]),
        Of("Elsa.StartAt", "Timers", "Waits until an instant.", [In("dateTime", "The instant.", "DateTimeOffset")], outcomes: ["Done"]),
        Of("Elsa.Timer", "Timers", "Waits for an interval.", [In("interval", "How long it waits.", "TimeSpan", value: "00:01:00")], outcomes: ["Done"]),
        Of("Elsa.Cron", "Timers", "Waits until the next time of a CRON expression.", [In("cronExpression", "When (UTC): six fields, seconds first.")], outcomes: ["Done"]),
        Of("Elsa.RunTask", "Primitives", "Waits until a task is done outside.",
            [
                In("taskName", "The name by which the host knows the task."),
                In("payload", "What the host is given for it.", "Object"),
            ], [Out("result", "What the host brought back.")], ["Done"]),
        Of("Elsa.RunJavaScript", "Scripting", "Executes a script.",
            [
                In("script", "The script; what it returns is its result.", hint: UiHints.CodeEditor),
                In("possibleOutcomes", "The outcomes that setOutcome may name.", "String[]", UiHints.DynamicOutcomes),
            ], [Out("result", "What the script returned.")]),
        Of("Elsa.ExecuteWorkflow", "Composition", "Executes another workflow.",
            [
                In("workflowDefinitionId", "Which workflow.", hint: UiHints.WorkflowDefinitionPicker),
                In("correlationId", "By what the other instance is known outside."),
                In("input", "Its inputs by name.", "Object"),
                In("waitForCompletion", "Whether to wait until it has ended.", "Boolean", value: false),
            ], [Out("result", "The outputs of the other workflow.")], ["Done"]),
        Of("Elsa.DispatchWorkflow", "Composition", "Starts another workflow.",
            [
                In("workflowDefinitionId", "Which workflow.", hint: UiHints.WorkflowDefinitionPicker),
                In("correlationId", "By what the other instance is known outside."),
                In("input", "Its inputs by name.", "Object"),
                In("waitForCompletion", "Whether to wait until it has ended.", "Boolean", value: false),
            ], [Out("result", "The outputs of the other workflow.")], ["Done"]),
        Of("Elsa.BulkDispatchWorkflows", "Composition", "Starts another workflow for each item.",
            [
                In("workflowDefinitionId", "Which workflow.", hint: UiHints.WorkflowDefinitionPicker),
                In("items", "The items; one instance for each.", "Object"),
                In("defaultItemInputKey", "The input that gets the item, unless items are inputs by name themselves.", value: "Item"),
                In("input", "Its inputs by name.", "Object"),
                In("waitForCompletion", "Whether to wait until all have ended.", "Boolean", value: true),
            ], outcomes: ["Completed", "Canceled", "Done"]),
        Of("Elsa.SendHttpRequest", "HTTP", "Sends a request to another system and executes what is meant for its answer.", Request(), Answer(), ["Done"]),
        Of("Elsa.FlowSendHttpRequest", "HTTP", "Sends a request to another system; the code of its answer is the outcome.",
            [.. Request(), In("expectedStatusCodes", "The codes that are outcomes.", "Object", UiHints.MultiText)], Answer()),
    ];

    private static IReadOnlyList<ActivityInput> Request() =>
    [
        In("url", "The address; only those go out that the city's settings allow."),
        In("method", "How it is asked.", value: "GET", choices: ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"], hint: UiHints.DropDown),
        In("content", "What is sent; only together with its type.", "Object"),
        In("contentType", "The type of what is sent: application/json."),
        In("authorization", "The header of that name."),
        In("requestHeaders", "More headers by name.", "Object", UiHints.JsonEditor),
    ];

    private static IReadOnlyList<ActivityOutput> Answer() =>
    [
        Out("statusCode", "The code of the answer.", "Int32"), Out("parsedContent", "What came: JSON, or text."), Out("responseHeaders", "The headers of the answer."),
    ];

    private static ActivityDescriptor Of(string type, string category, string description,
        IReadOnlyList<ActivityInput>? inputs = null, IReadOnlyList<ActivityOutput>? outputs = null, IReadOnlyList<string>? outcomes = null) => new(type)
        {
            Category = category,
            DisplayName = type["Elsa.".Length..],
            Description = description,
            Inputs = inputs ?? [],
            Outputs = outputs ?? [],
            Outcomes = outcomes ?? [],
            BuiltIn = true,
        };

    private static ActivityInput In(string name, string description, string typeName = "String", string? hint = null, object? value = null, string[]? choices = null) =>
        new(name, typeName, description, Required: false, value) { UiHint = hint ?? HintOf(typeName, choices), Choices = choices ?? [] };

    private static string HintOf(string typeName, string[]? choices) => choices is not null ? UiHints.DropDown : typeName switch
    {
        "Boolean" => UiHints.Checkbox,
        "DateTimeOffset" => UiHints.DateTimePicker,
        "Object" or "Object[]" => UiHints.JsonEditor,
        _ => UiHints.SingleLine,
    };

    private static ActivityOutput Out(string name, string description, string typeName = "Object") => new(name, typeName, description);
}
