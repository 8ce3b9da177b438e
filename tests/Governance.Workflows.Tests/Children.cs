using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Workflows that start others, as the command "workflows run" executes them.</summary>
public sealed class Children : IDisposable
{
    private const string R = """[{"id":"r","name":"R","typeName":"Object"}]""";

    private readonly Runner runner = new();

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.BulkDispatchWorkflows")]
    public void A_workflow_that_is_not_published_is_a_fault_that_names_it(string type)
    {
        runner.Run(Workflow(Activity(type, "x", ("workflowDefinitionId", Lit("gone"))))).ShouldBe(ScenarioRunner.Faulted);
        runner.Error.ShouldBe("There is no workflow \"gone\".\n");
    }

    [Theory]
    [InlineData("""{"A":20}""")]
    [InlineData("\"{\\\"A\\\":20}\"")]
    public void An_executed_workflow_gets_inputs_and_brings_what_became_of_it(string input)
    {
        runner.Publish("kid", Kid(Line("kid"), Output("Sum", "getInput('A') + 1")));
        Parent("Elsa.ExecuteWorkflow", "toJson(getR())", ("input", Lit(JsonNode.Parse(input))));
        runner.Output.ShouldBe("""
            kid
            {"WorkflowDefinitionVersionId":null,"WorkflowInstanceId":"instance2","CorrelationId":null,"Status":"Finished","SubStatus":"Finished","Output":{"Sum":21}}
            status: Finished

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(null, "{\"WorkflowDefinitionVersionId\":null,\"WorkflowInstanceId\":\"instance2\",\"CorrelationId\":null,\"Status\":\"Running\",\"SubStatus\":\"Suspended\",\"Output\":{\"Sum\":1}}\nstatus: Finished\n")]
    [InlineData(false, "{\"WorkflowDefinitionVersionId\":null,\"WorkflowInstanceId\":\"instance2\",\"CorrelationId\":null,\"Status\":\"Running\",\"SubStatus\":\"Suspended\",\"Output\":{\"Sum\":1}}\nstatus: Finished\n")]
    [InlineData(true, "late\n{\"Sum\":1}\nstatus: Finished\n")]
    public void Only_who_wants_to_waits_for_an_executed_workflow_that_waits_itself(bool? waits, string printed)
    {
        runner.Publish("kid", Kid(Output("Sum", "1"), Activity("Elsa.Delay", "d", ("timeSpan", Lit("00:01:00"))), Line("late")));
        (string, JsonNode?)[] more = waits is { } wait ? [("waitForCompletion", Lit(wait))] : [];
        Parent("Elsa.ExecuteWorkflow", "toJson(getR())", waits == true ? "wait 60000" : null, more);
        runner.Output.ShouldBe(printed);
    }

    [Theory]
    [InlineData(true, ScenarioRunner.Faulted, "status: Faulted\n", "The workflow kid faulted: 0 (General, System): boom\n")]
    [InlineData(false, ScenarioRunner.Succeeded, "Faulted\nstatus: Finished\n", "")]
    public void The_fault_of_an_executed_workflow_is_one_of_who_waits_for_it(bool waits, int code, string printed, string error)
    {
        runner.Publish("kid", Kid(Activity("Elsa.Fault", "x", ("message", Lit("boom")))));
        Parent("Elsa.ExecuteWorkflow", "getR().SubStatus", ("waitForCompletion", Lit(waits))).ShouldBe(code);
        (runner.Output, runner.Error).ShouldBe((printed, error));
    }

    [Theory]
    [InlineData(null, "null\nkid 5\nstatus: Finished\n")]
    [InlineData("true", "kid 5\n{\"Sum\":1}\nstatus: Finished\n")]
    public void A_dispatched_workflow_begins_after_who_dispatched_it_has_come_to_a_stop(string? waits, string printed)
    {
        runner.Publish("kid", Kid(LineJs("k", "'kid ' + getInput('A')"), Output("Sum", "1")));
        Parent("Elsa.DispatchWorkflow", "toJson(getR())", ("input", Lit(new JsonObject { ["A"] = 5 })), ("waitForCompletion", Lit(waits)));
        runner.Output.ShouldBe(printed);
    }

    [Fact]
    public void Items_become_inputs_by_their_names_or_as_the_named_item()
    {
        runner.Publish("kid", Kid(LineJs("k", "[getInput('A'), getInput('Item'), getInput('Base')].join(' ')")));
        Parent("Elsa.BulkDispatchWorkflows", "'after'", ("items", Lit(new JsonArray(new JsonObject { ["A"] = 1, ["Base"] = "own" }, 7, "text"))), ("input", Lit(new JsonObject { ["Base"] = "all" })));
        runner.Output.ShouldBe("1  own\n 7 all\n text all\nafter\nstatus: Finished\n");
    }

    [Fact]
    public void The_item_may_have_another_name()
    {
        runner.Publish("kid", Kid(LineJs("k", "getInput('Body')")));
        Parent("Elsa.BulkDispatchWorkflows", "'after'", ("items", Lit(new JsonArray("council"))), ("defaultItemInputKey", Lit("Body")));
        runner.Output.ShouldBe("council\nafter\nstatus: Finished\n");
    }

    [Theory]
    [InlineData("[]", true, "after\nstatus: Finished\n")]
    [InlineData("5", true, "after\nstatus: Finished\n")]
    [InlineData("[1,2]", false, "after\nkid\nkid\nstatus: Finished\n")]
    public void Many_workflows_are_waited_for_unless_there_are_none_or_nobody_wants_to(string items, bool waits, string printed)
    {
        runner.Publish("kid", Kid(Line("kid")));
        Parent("Elsa.BulkDispatchWorkflows", "'after'", ("items", Lit(JsonNode.Parse(items))), ("waitForCompletion", Lit(waits)));
        runner.Output.ShouldBe(printed);
    }

    [Fact]
    public void After_many_workflows_one_activity_runs_for_each_that_completed_and_one_for_each_that_faulted()
    {
        runner.Publish("kid", Kid(Activity("Elsa.Delay", "d", ("timeSpan", Js("getInput('Item') == 'bad' ? '00:00:02' : '00:00:01'"))), Activity("Elsa.If", "i", ("condition", Js("getInput('Item') == 'bad'")), ("then", Activity("Elsa.Fault", "x")))));
        Parent("Elsa.BulkDispatchWorkflows", "'after'", "wait 1000\nwait 1000", ("items", Lit(new JsonArray("good", "bad", "fine"))),
            ("childCompleted", LineJs("c", "'completed ' + getVariable('ChildInstanceId')")), ("childFaulted", LineJs("f", "'faulted ' + getVariable('ChildInstanceId')")));
        runner.Output.ShouldBe("completed instance2\nfaulted instance3\ncompleted instance4\nafter\nstatus: Finished\n");
    }

    [Fact]
    public void A_fault_among_many_workflows_that_nobody_handles_is_one_of_who_started_them()
    {
        runner.Publish("kid", Kid(Activity("Elsa.Fault", "x")));
        Parent("Elsa.BulkDispatchWorkflows", "'after'", ("items", Lit(new JsonArray(1)))).ShouldBe(ScenarioRunner.Faulted);
        runner.Error.ShouldBe("The workflow instance2 that \"x\" started has faulted.\n");
    }

    [Fact]
    public void Published_workflows_may_use_each_other_in_any_order()
    {
        const string Usable = "\"options\":{\"usableAsActivity\":true,";
        runner.Publish("a", Workflow(Sequence("s", Activity("b", "x"), Line("a"))).Replace("\"options\":{", Usable, StringComparison.Ordinal));
        runner.Publish("b", Workflow(Sequence("s", Activity("c", "x"), Line("b"))).Replace("\"options\":{", Usable, StringComparison.Ordinal));
        runner.Publish("c", Workflow(Line("c")).Replace("\"options\":{", Usable, StringComparison.Ordinal));
        runner.Publish("d", Workflow(Line("d")));

        runner.Run(Workflow(Sequence("s", Activity("a", "x"), Activity("Elsa.ExecuteWorkflow", "y", ("workflowDefinitionId", Lit("d")))))).ShouldBe(ScenarioRunner.Succeeded);
        runner.Output.ShouldBe("c\nb\na\nd\nstatus: Finished\n");
        runner.Run(Workflow(Activity("d", "x"))).ShouldBe(ScenarioRunner.Faulted);
        runner.Error.ShouldBe("The activity type d is unknown.\n");
    }

    [Fact]
    public void A_workflow_without_an_id_is_not_found()
    {
        runner.Run(Workflow(Activity("Elsa.ExecuteWorkflow", "x"))).ShouldBe(ScenarioRunner.Faulted);
        runner.Error.ShouldBe("There is no workflow \"\".\n");
    }

    [Fact]
    public void Of_two_files_with_one_definition_the_later_by_name_counts_and_other_files_are_left_alone()
    {
        runner.Publish("kid", Workflow(Line("first")));
        File.Copy(Path.Combine(runner.With, "kid.json"), Path.Combine(runner.With, "notes.txt"));
        File.WriteAllText(Path.Combine(runner.With, "later.json"), File.ReadAllText(Path.Combine(runner.With, "kid.json")).Replace("first", "second", StringComparison.Ordinal));
        Parent("Elsa.ExecuteWorkflow", "'after'");
        runner.Output.ShouldBe("second\nafter\nstatus: Finished\n");
    }

    [Fact]
    public void In_one_wait_a_parent_goes_on_at_the_time_its_child_ended()
    {
        runner.Publish("kid", Kid(Activity("Elsa.Delay", "d", ("timeSpan", Lit("00:00:01")))));
        var dispatch = Activity("Elsa.DispatchWorkflow", "x", ("workflowDefinitionId", Lit("kid")), ("waitForCompletion", Lit(true)));
        runner.Run(Workflow(Sequence("s", dispatch, LineJs("a", "new Date().toISOString()"), Activity("Elsa.Delay", "d", ("timeSpan", Lit("00:00:02"))), LineJs("b", "new Date().toISOString()"))), steps: "wait 9000");
        runner.Output.ShouldBe("2026-01-01T00:00:01.000Z\n2026-01-01T00:00:03.000Z\nstatus: Finished\n");
    }

    [Theory]
    [InlineData("resume", "> resume\nkid\nafter\nstatus: Finished\n")]
    [InlineData("event a\nevent b", "> event a\nkid\n> event b\nafter\nstatus: Finished\n")]
    public void What_was_dispatched_runs_before_the_next_step(string steps, string printed)
    {
        runner.Publish("kid", Kid(Line("kid")));
        runner.Run(Workflow(Sequence("s", Event("a"), Activity("Elsa.DispatchWorkflow", "x", ("workflowDefinitionId", Lit("kid"))), Event("b"), Line("after"))), steps: steps);
        runner.Output.ShouldBe(printed);
    }

    [Fact]
    public void A_published_workflow_that_cannot_be_read_is_refused_with_its_path()
    {
        runner.Publish("broken", "{}");
        runner.Run(Workflow(Line("a"))).ShouldBe(ScenarioRunner.Refused);
        runner.Error.ShouldBe($"{Path.Combine(runner.With, "broken.json")}: A workflow definition has a \"root\" activity with a \"type\"; this file has none.\n");
    }

    private static string Kid(params JsonObject[] activities) => Workflow(Sequence("s", activities), inputs: """[{"name":"A","type":"Int32"},{"name":"Item","type":"Object"},{"name":"Base","type":"String"},{"name":"Body","type":"String"}]""");

    private static JsonObject Output(string name, string script) => Activity("Elsa.SetOutput", "set" + name, ("outputName", Lit(name)), ("outputValue", Js(script)));

    private int Parent(string type, string script, params (string Name, JsonNode? Value)[] properties) => Parent(type, script, steps: null, properties);

    /// <summary>Runs the activity "x" of this type for the workflow kid, then writes what the script says; R holds the result.</summary>
    private int Parent(string type, string script, string? steps, params (string Name, JsonNode? Value)[] properties)
    {
        var result = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "r" } };
        return runner.Run(Workflow(Sequence("s", Activity(type, "x", [("workflowDefinitionId", Lit("kid")), ("result", result), .. properties]), LineJs("w", script)), R), steps: steps);
    }
}
