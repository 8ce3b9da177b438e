using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>What the catalog tells the designer of each activity.</summary>
public sealed class Palette
{
    /// <summary>Type, category, inputs, outputs and outcomes, as Elsa names them.</summary>
    private const string BuiltIn = """
        Elsa.Break | Looping |  |  |
        Elsa.BulkDispatchWorkflows | Composition | workflowDefinitionId:String, items:Object, defaultItemInputKey:String, input:Object, waitForCompletion:Boolean |  | Completed, Canceled, Done
        Elsa.Complete | Composition | outcomes:Object |  |
        Elsa.Correlate | Primitives | correlationId:String |  | Done
        Elsa.Cron | Timers | cronExpression:String |  | Done
        Elsa.Delay | Timers | timeSpan:TimeSpan |  | Done
        Elsa.DispatchWorkflow | Composition | workflowDefinitionId:String, correlationId:String, input:Object, waitForCompletion:Boolean | result:Object | Done
        Elsa.End | Flow |  |  |
        Elsa.Event | Primitives | eventName:String | result:Object | Done
        Elsa.ExecuteWorkflow | Composition | workflowDefinitionId:String, correlationId:String, input:Object, waitForCompletion:Boolean | result:Object | Done
        Elsa.Fault | Primitives | code:String, category:String, faultType:String, message:String |  |
        Elsa.Finish | Primitives |  |  |
        Elsa.FlowDecision | Branching | condition:Boolean |  | True, False
        Elsa.FlowFork | Branching | branches:String[] |  |
        Elsa.FlowJoin | Branching | mode:FlowJoinMode |  | Done
        Elsa.FlowSendHttpRequest | HTTP | url:String, method:String, content:Object, contentType:String, authorization:String, requestHeaders:Object, expectedStatusCodes:Object | statusCode:Int32, parsedContent:Object, responseHeaders:Object |
        Elsa.FlowSwitch | Branching | mode:SwitchMode |  |
        Elsa.Flowchart | Flow |  |  |
        Elsa.For | Looping | start:Int32, end:Int32, step:Int32, outerBoundInclusive:Boolean | currentValue:Object | Done
        Elsa.ForEach | Looping | items:Object[] | currentValue:Object | Done
        Elsa.Fork | Control Flow |  |  | Done
        Elsa.If | Branching | condition:Boolean | result:Boolean | Done
        Elsa.Parallel | Workflows |  |  | Done
        Elsa.ParallelForEach | Looping | items:Object[] |  | Done
        Elsa.PublishEvent | Primitives | eventName:String, correlationId:String, isLocalEvent:Boolean, payload:Object |  | Done
        Elsa.RunJavaScript | Scripting | script:String, possibleOutcomes:String[] | result:Object |
        Elsa.RunTask | Primitives | taskName:String, payload:Object | result:Object | Done
        Elsa.SendHttpRequest | HTTP | url:String, method:String, content:Object, contentType:String, authorization:String, requestHeaders:Object | statusCode:Int32, parsedContent:Object, responseHeaders:Object | Done
        Elsa.Sequence | Workflows |  |  |
        Elsa.SetName | Primitives | value:String |  | Done
        Elsa.SetOutput | Composition | outputName:String, outputValue:Object |  | Done
        Elsa.SetVariable | Primitives | value:Object |  | Done
        Elsa.Start | Flow |  |  | Done
        Elsa.StartAt | Timers | dateTime:DateTimeOffset |  | Done
        Elsa.Switch | Branching | mode:SwitchMode |  | Done
        Elsa.Timer | Timers | interval:TimeSpan |  | Done
        Elsa.While | Looping | condition:Boolean |  | Done
        Elsa.WriteLine | Console | text:String |  | Done
        """;

    [Fact]
    public void The_built_in_activities_have_Elsas_names_inputs_outputs_and_outcomes() =>
        ActivityCatalog.BuiltIn.Descriptors.Select(Row).ShouldBe(BuiltIn.ReplaceLineEndings("\n").Split('\n'));

    [Fact]
    public void Every_built_in_activity_says_in_a_sentence_what_it_does_and_is_shown_by_its_short_name()
    {
        foreach (var descriptor in ActivityCatalog.BuiltIn.Descriptors)
        {
            descriptor.Description.ShouldEndWith(".", customMessage: descriptor.Type);
            descriptor.Type.ShouldBe("Elsa." + descriptor.DisplayName);
            descriptor.BuiltIn.ShouldBeTrue();
            descriptor.Workflow.ShouldBeNull();
            descriptor.Inputs.ShouldAllBe(i => !i.Required && i.Description.EndsWith('.') && i.UiHint.Length > 0);
            descriptor.Inputs.Where(i => i.DefaultValue is not null && i.Choices.Count > 0).ShouldAllBe(i => i.Choices.Contains(i.DefaultValue));
            descriptor.Outputs.ShouldAllBe(o => o.Description.EndsWith('.'));
        }
    }

    /// <summary>A default is what Elsa takes, so an editor may show it before anybody wrote something.</summary>
    [Fact]
    public void An_editor_is_told_how_to_ask_and_what_there_is_to_choose()
    {
        Input("Elsa.FlowJoin", "mode").ShouldSatisfyAllConditions(i => i.UiHint.ShouldBe("dropdown"), i => i.DefaultValue.ShouldBe("WaitAny"), i => i.Choices.ShouldBe(["WaitAll", "WaitAllActive", "WaitAny"]));
        Input("Elsa.Switch", "mode").Choices.ShouldBe(["MatchFirst", "MatchAny"]);
        Input("Elsa.If", "condition").UiHint.ShouldBe("checkbox");
        Input("Elsa.RunJavaScript", "script").UiHint.ShouldBe("code-editor");
        Input("Elsa.ExecuteWorkflow", "workflowDefinitionId").UiHint.ShouldBe("workflow-definition-picker");
        Input("Elsa.StartAt", "dateTime").UiHint.ShouldBe("datetime-picker");
        Input("Elsa.PublishEvent", "payload").UiHint.ShouldBe("json-editor");
        Input("Elsa.Timer", "interval").ShouldSatisfyAllConditions(i => i.UiHint.ShouldBe("singleline"), i => i.DefaultValue.ShouldBe("00:01:00"));
        ActivityDescriptor.From(typeof(Asking)).Inputs.Select(i => $"{i.Name} {i.UiHint} {string.Join('/', i.Choices)}".TrimEnd())
            .ShouldBe(["Sure checkbox", "How dropdown MatchFirst/MatchAny", "Also dropdown MatchFirst/MatchAny", "On datetime-picker", "Names multitext", "Json json-editor", "Parts json-editor", "Money singleline", "Script code-editor"]);
    }

    [Fact]
    public void A_workflow_that_is_used_as_an_activity_brings_its_name_inputs_and_outputs()
    {
        var grant = WorkflowDefinition.Load("""
            { "definitionId": "grant", "name": "Grant money", "description": "A grant.", "root": { "type": "Elsa.WriteLine" },
              "inputs": [ { "name": "Amount", "type": "Int64", "description": "In euros." }, { "name": "To", "type": "String" } ],
              "outputs": [ { "name": "Granted", "type": "Boolean", "description": "Whether." }, { "name": "Why", "type": "String" } ] }
            """, ActivityCatalog.BuiltIn);
        var descriptor = ActivityCatalog.BuiltIn.WithWorkflow(grant).Find("grant").ShouldNotBeNull();

        (descriptor.Category, descriptor.DisplayName, descriptor.Description, descriptor.BuiltIn).ShouldBe(("Workflows", "Grant money", "A grant.", true));
        descriptor.Inputs.ShouldBe([new("Amount", "Int64", "In euros.", Required: false, DefaultValue: null), new("To", "String", "", Required: false, DefaultValue: null)]);
        descriptor.Outputs.ShouldBe([new("Granted", "Boolean", "Whether."), new("Why", "String", "")]);
        descriptor.Workflow.ShouldBeSameAs(grant);
        ActivityCatalog.BuiltIn.WithWorkflow(WorkflowDefinition.Load(Workflow(Line("a")), ActivityCatalog.BuiltIn)).Find("test")!.Description.ShouldBe("");
    }

    [Fact]
    public void A_class_may_say_only_its_type()
    {
        var descriptor = ActivityDescriptor.From(typeof(Bare));
        (descriptor.Type, descriptor.Category, descriptor.DisplayName, descriptor.Description, descriptor.BuiltIn).ShouldBe(("Bare", "", "Bare", "", false));
        (descriptor.Inputs.Count, descriptor.Outputs.Count, descriptor.Outcomes.Count).ShouldBe((0, 0, 0));
        var made = new ActivityDescriptor("Made");
        (made.Category, made.DisplayName, made.Description, made.BuiltIn).ShouldBe(("", "", "", false));
    }

    [Fact]
    public void A_class_may_describe_itself_in_full()
    {
        var descriptor = ActivityDescriptor.From(typeof(Full));
        (descriptor.Category, descriptor.DisplayName, descriptor.Description).ShouldBe(("Offices", "Ask the office", "Asks."));
        descriptor.Outcomes.ShouldBe(["Yes", "No"]);
        descriptor.Inputs.ShouldBe([new("Question", "String", "What.", Required: true, DefaultValue: "Why?"), new("Days", "Int32?", "", Required: false, DefaultValue: null)]);
        descriptor.Outputs.ShouldBe([new("Answer", "String", "What it said."), new("Pages", "Int32[]", "")]);
    }

    [Fact]
    public void A_class_without_the_attribute_is_refused() =>
        Should.Throw<ArgumentException>(() => ActivityCatalog.BuiltIn.With(typeof(Palette))).Message.ShouldStartWith("Palette has no [Activity] attribute.");

    [Fact]
    public void A_type_that_is_known_is_replaced()
    {
        var catalog = ActivityCatalog.BuiltIn.With(new ActivityDescriptor("Elsa.Delay") { Description = "Ours." });
        catalog.Find("Elsa.Delay")!.Description.ShouldBe("Ours.");
        catalog.Descriptors.Count().ShouldBe(ActivityCatalog.BuiltIn.Descriptors.Count());
        ActivityCatalog.BuiltIn.Find("Elsa.Delay")!.Description.ShouldNotBe("Ours.");
        catalog.Find("elsa.delay").ShouldBeNull();
    }

    private static string Row(ActivityDescriptor d) => string.Join(" | ", d.Type, d.Category,
        string.Join(", ", d.Inputs.Select(i => $"{i.Name}:{i.TypeName}")), string.Join(", ", d.Outputs.Select(o => $"{o.Name}:{o.TypeName}")), string.Join(", ", d.Outcomes)).TrimEnd();

    private static ActivityInput Input(string type, string name) => ActivityCatalog.BuiltIn.Find(type)!.Inputs.Single(i => i.Name == name);

    private enum Matching { MatchFirst, MatchAny }

    [Activity("Asking")]
    private sealed class Asking
    {
        [Input] public bool Sure { get; set; }
        [Input] public Matching How { get; set; }
        [Input] public Matching? Also { get; set; }
        [Input] public DateOnly On { get; set; }
        [Input] public string[] Names { get; set; } = [];
        [Input] public System.Text.Json.Nodes.JsonNode? Json { get; set; }
        [Input] public int[] Parts { get; set; } = [];
        [Input] public decimal Money { get; set; }
        [Input(UiHint = UiHints.CodeEditor)] public string Script { get; set; } = "";
    }

    [Activity("Bare")]
    private sealed class Bare;

    [Outcomes("Yes", "No")]
    [Activity("Office.Ask", Category = "Offices", DisplayName = "Ask the office", Description = "Asks.")]
    private sealed class Full
    {
        [Input(Description = "What.", Required = true, DefaultValue = "Why?")] public string Question { get; set; } = "";
        [Input] public int? Days { get; set; }
        public string Neither { get; set; } = "";
        [Output(Description = "What it said.")] public string Answer { get; set; } = "";
        [Output] public int[] Pages { get; set; } = [];
    }
}
