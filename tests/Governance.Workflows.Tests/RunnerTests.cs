using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The command "workflows run".</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly Runner runner = new();

    public void Dispose() => runner.Dispose();

    [Fact]
    public void Inputs_reach_the_workflow_and_the_result_is_zero()
    {
        var code = runner.Run(Workflow(LineJs("w", "getInput('A') + 1"), inputs: """[{"name":"A","type":"Int32"}]"""), new() { ["A"] = 41 });

        code.ShouldBe(ScenarioRunner.Succeeded);
        runner.Output.ShouldBe("42\nstatus: Finished\n");
    }

    [Fact]
    public void The_reason_of_a_fault_goes_to_standard_error()
    {
        runner.Run(Workflow(Activity("Elsa.Fault", "x", ("message", Lit("no money"))))).ShouldBe(ScenarioRunner.Faulted);
        runner.Output.ShouldBe("status: Faulted\n");
        runner.Error.ShouldContain("no money");
    }

    [Theory]
    [InlineData("{}", null, "root")]
    [InlineData(null, "jump", "\"jump\" is no step")]
    [InlineData(null, "input 5", "the input is a JSON object")]
    [InlineData(null, "event x {", "event x {")]
    public void A_file_that_cannot_be_read_is_refused(string? definition, string? steps, string reason)
    {
        runner.Run(definition ?? Workflow(Line("a")), steps: steps).ShouldBe(ScenarioRunner.Refused);
        runner.Output.ShouldBeEmpty();
        runner.Error.ShouldContain(reason);
    }

    [Fact]
    public void A_missing_file_is_refused() =>
        runner.Run(new ScenarioOptions(runner.Definition, [])).ShouldBe(ScenarioRunner.Refused);

    [Fact]
    public void Json_prints_one_document_with_instance_journal_and_outputs()
    {
        runner.Run(Workflow(Sequence("s", Line("a"), Activity("Elsa.SetOutput", "o", ("outputName", Lit("Sum")), ("outputValue", Js("5"))))), json: true);

        var document = JsonNode.Parse(runner.Output)!;
        document["status"]!.GetValue<string>().ShouldBe("Finished");
        document["outputs"]!["Sum"]!.GetValue<int>().ShouldBe(5);
        document["journal"]!.AsArray().Select(e => e!["number"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, document["journal"]!.AsArray().Count));
        document["instance"]!["schema"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public void Time_is_virtual_and_deadlines_elapse_in_their_order()
    {
        var late = Sequence("l", Activity("Elsa.Delay", "d1", ("timeSpan", Lit("3.00:00:00"))), LineJs("w1", "'late ' + new Date().toISOString()"));
        var soon = Sequence("e", Activity("Elsa.Delay", "d2", ("timeSpan", Lit("00:00:01"))), LineJs("w2", "'soon ' + new Date().toISOString()"));
        runner.Run(Workflow(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(late, soon)))), steps: "wait 500\nwait 400000000").ShouldBe(ScenarioRunner.Succeeded);

        runner.Output.ShouldBe("soon 2026-01-01T00:00:01.000Z\nlate 2026-01-04T00:00:00.000Z\nstatus: Finished\n");
    }

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    public void A_workflow_that_starts_itself_comes_to_an_end(string type)
    {
        var again = Activity(type, "again", ("workflowDefinitionId", Lit("kid")), ("waitForCompletion", Lit(true)));
        runner.Publish("kid", Workflow(again));

        runner.Run(Workflow(again.DeepClone().AsObject())).ShouldBe(ScenarioRunner.Faulted);

        runner.Error.ShouldContain("More than 100 workflows started one another");
    }

    [Fact]
    public void A_workflow_that_starts_others_for_ever_comes_to_an_end()
    {
        runner.Publish("kid", Workflow(Sequence("nothing")));
        var start = Activity("Elsa.DispatchWorkflow", "start", ("workflowDefinitionId", Lit("kid")), ("waitForCompletion", Lit(true)));

        runner.Run(Workflow(Activity("Elsa.While", "w", ("condition", Lit(true)), ("body", start)))).ShouldBe(ScenarioRunner.Faulted);

        runner.Error.ShouldContain("More than 10000 workflows came of a single one");
    }

    [Fact]
    public void An_event_that_is_awaited_where_it_is_published_comes_to_an_end()
    {
        var round = Sequence("round", Line("round"), Activity("Elsa.PublishEvent", "tell", ("eventName", Lit("go"))), Activity("Elsa.Event", "go", ("eventName", Lit("go"))));

        runner.Run(Workflow(Activity("Elsa.While", "w", ("condition", Lit(true)), ("body", round)))).ShouldBe(ScenarioRunner.Faulted);

        runner.Output.Split('\n').Count(line => line == "round").ShouldBe(EventCall.MostInARow + 1);
        runner.Error.ShouldContain("More than 100 events led to one another");
    }

    [Fact]
    public void A_dispatched_workflow_that_faults_faults_the_activity_that_waits_for_it()
    {
        runner.Publish("kid", Workflow(Activity("Elsa.Fault", "x", ("message", Lit("boom")))));
        var parent = Sequence("s", Activity("Elsa.DispatchWorkflow", "d", ("workflowDefinitionId", Lit("kid")), ("waitForCompletion", Lit(true))), Line("after"));

        runner.Run(Workflow(parent)).ShouldBe(ScenarioRunner.Faulted);
        runner.Output.ShouldBe("status: Faulted\n");
        runner.Error.ShouldContain("boom");
    }
}
