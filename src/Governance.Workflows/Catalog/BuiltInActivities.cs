namespace Governance.Workflows;

/// <summary>Descriptors of the activities that the engine brings along. Names, inputs and ports are Elsa's.</summary>
internal static class BuiltInActivities
{
    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Of("Elsa.Flowchart", "Flow", "Activities and connections between them."),
        Of("Elsa.Sequence", "Workflows", "Executes activities one after the other."),
        Of("Elsa.Start", "Flow", "Where a flowchart starts.", outcomes: ["Done"]),
        Of("Elsa.Finish", "Primitives", "Ends the workflow at once."),
        Of("Elsa.End", "Flow", "Ends the flowchart at once."),
        Of("Elsa.Fault", "Primitives", "Faults with a code and a message.", [In("code"), In("category"), In("faultType"), In("message")]),
        Of("Elsa.WriteLine", "Console", "Writes a line of text.", [In("text")], outcomes: ["Done"]),
        Of("Elsa.SetVariable", "Primitives", "Assigns a value to a variable.", [In("value", "Object")], outcomes: ["Done"]),
        Of("Elsa.SetOutput", "Composition", "Assigns a value to an output of the workflow.", [In("outputName"), In("outputValue", "Object")], outcomes: ["Done"]),
        Of("Elsa.SetName", "Primitives", "Names the instance.", [In("value")], outcomes: ["Done"]),
        Of("Elsa.Correlate", "Primitives", "Sets the correlation id of the instance.", [In("correlationId")], outcomes: ["Done"]),
        Of("Elsa.If", "Branching", "Executes one of two activities.", [In("condition", "Boolean")], [Out("result", "Boolean")], ["Done"]),
        Of("Elsa.Switch", "Branching", "Executes the activity of the cases that match.", [In("mode", "SwitchMode")], outcomes: ["Done"]),
        Of("Elsa.FlowDecision", "Branching", "Chooses a path by a condition.", [In("condition", "Boolean")], outcomes: ["True", "False"]),
        Of("Elsa.FlowSwitch", "Branching", "Chooses the paths of the cases that match.", [In("mode", "SwitchMode")]),
        Of("Elsa.FlowFork", "Branching", "Starts several paths at once.", [In("branches", "String[]")]),
        Of("Elsa.FlowJoin", "Branching", "Brings paths together.", [In("mode", "FlowJoinMode")], outcomes: ["Done"]),
        Of("Elsa.For", "Looping", "Counts from a start to an end.", [In("start", "Int32"), In("end", "Int32"), In("step", "Int32"), In("outerBoundInclusive", "Boolean")], [Out("currentValue")], ["Done"]),
        Of("Elsa.ForEach", "Looping", "Executes an activity for each item.", [In("items", "Object[]")], [Out("currentValue")], ["Done"]),
        Of("Elsa.ParallelForEach", "Looping", "Executes an activity for each item, all at once.", [In("items", "Object[]")], outcomes: ["Done"]),
        Of("Elsa.While", "Looping", "Executes an activity while a condition holds.", [In("condition", "Boolean")], outcomes: ["Done"]),
        Of("Elsa.Break", "Looping", "Leaves a loop."),
        Of("Elsa.Complete", "Composition", "Completes the workflow it is in.", [In("outcomes", "Object")]),
        Of("Elsa.Fork", "Control Flow", "Executes several branches at once.", outcomes: ["Done"]),
        Of("Elsa.Parallel", "Workflows", "Executes activities at once.", outcomes: ["Done"]),
        Of("Elsa.Event", "Primitives", "Waits for an event.", [In("eventName")], [Out("result")], ["Done"]),
        Of("Elsa.PublishEvent", "Primitives", "Publishes an event.", [In("eventName"), In("correlationId"), In("isLocalEvent", "Boolean"), In("payload", "Object")], outcomes: ["Done"]),
        Of("Elsa.Delay", "Timers", "Waits for a time.", [In("timeSpan", "TimeSpan")], outcomes: ["Done"]),
        Of("Elsa.StartAt", "Timers", "Waits until an instant.", [In("dateTime", "DateTimeOffset")], outcomes: ["Done"]),
        Of("Elsa.Timer", "Timers", "Waits for an interval.", [In("interval", "TimeSpan")], outcomes: ["Done"]),
        Of("Elsa.Cron", "Timers", "Waits until the next time of a CRON expression.", [In("cronExpression")], outcomes: ["Done"]),
        Of("Elsa.RunTask", "Primitives", "Waits until a task is done outside.", [In("taskName"), In("payload", "Object")], [Out("result")], ["Done"]),
        Of("Elsa.RunJavaScript", "Scripting", "Executes a script.", [In("script"), In("possibleOutcomes", "String[]")], [Out("result")]),
        Of("Elsa.ExecuteWorkflow", "Composition", "Executes another workflow.", [In("workflowDefinitionId"), In("correlationId"), In("input", "Object"), In("waitForCompletion", "Boolean")], [Out("result")], ["Done"]),
        Of("Elsa.DispatchWorkflow", "Composition", "Starts another workflow.", [In("workflowDefinitionId"), In("correlationId"), In("input", "Object"), In("waitForCompletion", "Boolean")], [Out("result")], ["Done"]),
        Of("Elsa.BulkDispatchWorkflows", "Composition", "Starts another workflow for each item.", [In("workflowDefinitionId"), In("items", "Object"), In("defaultItemInputKey"), In("input", "Object"), In("waitForCompletion", "Boolean")], outcomes: ["Completed", "Canceled", "Done"]),
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

    private static ActivityInput In(string name, string typeName = "String") => new(name, typeName, "", Required: false, DefaultValue: null);

    private static ActivityOutput Out(string name, string typeName = "Object") => new(name, typeName, "");
}
