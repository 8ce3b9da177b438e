using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Workflows that are used as activities: their own scope, their outcomes, and what Complete completes.</summary>
public sealed class Composites
{
    private const string V = """[{"id":"v","name":"V","typeName":"Object","value":"outer"}]""";

    [Fact]
    public void A_used_workflow_has_inputs_and_variables_of_its_own_and_brings_its_outputs_out()
    {
        // The inner one has an input, a variable and an output of the same names as the outer one's variables.
        var inner = Inner(Sequence("q", LineJs("in", "getV() + ' ' + getInput('V') + ' ' + getOwn()"), Activity("Elsa.SetOutput", "o", ("outputName", Lit("Sum")), ("outputValue", Js("40 + 2"))), LineJs("w", "getVariable('Sum')")),
            variables: """[{"id":"own","name":"Own","typeName":"Int32","value":7}]""", inputs: """[{"name":"V","type":"String"}]""", outputs: """[{"name":"Sum","type":"Int32"},{"name":"Unset","type":"Int32"}]""");
        var use = Activity("inner", "u", ("V", Js("getV() + '!'")), ("Sum", Bound("s")), ("Unset", Bound("v")));
        var result = Start(Using(Sequence("root", use, LineJs("after", "getS() + ' ' + getV() + ' ' + (getVariable('Own') === null)")), inner, V[..^1] + """,{"id":"s","name":"S","typeName":"Int32"}]"""));

        result.Lines.ShouldBe(["outer! outer! 7", "42", "42 null true"]);
        result.Outputs.Count.ShouldBe(0);
    }

    [Fact]
    public void An_input_that_is_not_given_does_not_fall_back_to_an_outer_variable()
    {
        var inner = Inner(LineJs("in", "getVariable('V') === null"), inputs: """[{"name":"V","type":"String"}]""");
        Start(Using(Activity("inner", "u"), inner, V)).Lines.ShouldBe(["True"]);
    }

    [Fact]
    public void An_output_is_set_in_the_innermost_workflow_that_has_it()
    {
        var inner = Inner(Activity("Elsa.SetOutput", "o", ("outputName", Lit("Other")), ("outputValue", Lit(5))), outputs: """[{"name":"Sum","type":"Int32"}]""");
        Start(Using(Activity("inner", "u"), inner)).Outputs.ToJsonString().ShouldBe("""{"Other":5}""");
        Start(Load(Activity("Elsa.SetOutput", "o", ("outputValue", Lit(5))))).Outputs.ToJsonString().ShouldBe("""{"":5}""");
    }

    [Fact]
    public void Inside_a_used_workflow_outputs_of_its_own_activities_are_read_by_their_own_ids()
    {
        var inner = Inner(Sequence("q", Activity("Elsa.RunJavaScript", "r", ("script", Lit("7"))), LineJs("w", "getOutputFrom('r') + 1")));
        Start(Using(Sequence("root", Activity("Elsa.RunJavaScript", "r", ("script", Lit("1"))), Activity("inner", "u"), LineJs("w", "getOutputFrom('r')")), inner)).Lines.ShouldBe(["8", "1"]);
    }

    [Theory]
    [InlineData("null", "Done")]
    [InlineData("\"Yes\"", "Yes")]
    [InlineData("""["Yes","No"]""", "Yes No")]
    [InlineData("\" [\\\"Yes\\\",\\\"No\\\"]\"", "Yes No")]
    [InlineData("\"[Yes\"", "[Yes")]
    [InlineData("5", "Done")]
    public void Complete_completes_the_workflow_it_is_in_with_outcomes(string outcomes, string lines)
    {
        var inner = Inner(Sequence("q", Activity("Elsa.Complete", "c", ("outcomes", Lit(JsonNode.Parse(outcomes)))), Line("never")));
        var definition = Using(Flowchart("f", [Activity("inner", "u"), Line("Done"), Line("Yes"), Line("No"), Line("[Yes")], "u.Done>Done", "u.Yes>Yes", "u.No>No", "u.[Yes>[Yes"), inner);
        Start(definition).Lines.ShouldBe(lines.Split(' '));
    }

    [Fact]
    public void A_used_workflow_that_just_ends_is_Done()
    {
        var definition = Using(Flowchart("f", [Activity("inner", "u"), Line("done")], "u.Done>done"), Inner(Line("in")));
        var result = Start(definition);
        result.Lines.ShouldBe(["in", "done"]);
        result.Journal.Where(e => e.Event == JournalEvent.Completed).Select(e => $"{e.ActivityId} {string.Join(',', e.Outcomes)}").ShouldBe(["u:in Done", "u:workflow Done", "u Done", "done Done", "f Done"]);
    }

    [Fact]
    public void A_used_workflow_that_Complete_has_completed_does_not_complete_again_on_the_way_up()
    {
        var result = Start(Using(Activity("inner", "u"), Inner(Activity("Elsa.Complete", "c", ("outcomes", Lit("Yes"))))));
        result.Journal.Where(e => e.Event == JournalEvent.Completed).Select(e => $"{e.ActivityId} {string.Join(',', e.Outcomes)}").ShouldBe(["u:c Done", "u:workflow Yes", "u Yes"]);
    }

    [Fact]
    public void Complete_leaves_loops_and_cuts_off_what_waits_in_its_workflow_only()
    {
        var loop = Activity("Elsa.ForEach", "l", ("items", Lit(new JsonArray(1, 2))), ("body", Sequence("b", Line("turn"), Activity("Elsa.Complete", "c", ("outcomes", Lit("Yes"))))));
        var inner = Inner(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Event("inside"), loop))));
        var outer = Activity("Elsa.Parallel", "outer", ("activities", new JsonArray(Event("outside"), Flowchart("f", [Activity("inner", "u"), Line("yes")], "u.Yes>yes"))));
        var result = Start(Using(outer, inner));

        result.Lines.ShouldBe(["turn", "yes"]);
        result.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("outside");
        result.State.LiveActivities.ShouldBe(["outer", "outside"]);
    }

    [Fact]
    public void Complete_in_the_workflow_itself_ends_the_instance()
    {
        var result = Start(Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Event("e"), Sequence("s", Activity("Elsa.Complete", "c"), Line("never")))))));
        (result.Status, result.Lines.Count, result.State.Bookmarks.Count).ShouldBe((WorkflowStatus.Finished, 0, 0));
        result.Journal.TakeLast(5).Select(e => $"{e.Event} {e.ActivityId}").ShouldBe(["Completed c", "Completed s", "Canceled e", "Canceled p", "InstanceFinished "]);
    }

    [Fact]
    public void A_used_workflow_waits_and_goes_on_with_its_own_values()
    {
        var inner = Inner(Sequence("q", Event("e"), LineJs("w", "getInput('A') + getOwn()")), variables: """[{"id":"own","name":"Own","typeName":"Int32","value":7}]""", inputs: """[{"name":"A","type":"Int32"}]""");
        var definition = Using(Sequence("root", Activity("inner", "u", ("A", Lit("5"))), Line("after")), inner);
        var state = Start(definition).State;

        state.LiveActivities.ShouldBe(["root", "u", "u:workflow", "u:q", "u:e"]);
        Resume(definition, WorkflowState.Parse(state.ToJson()), new Stimulus.PublishEvent("e")).Lines.ShouldBe(["12", "after"]);
    }

    [Fact]
    public void An_output_of_a_used_workflow_that_does_not_fit_is_an_incident_and_can_be_skipped()
    {
        var inner = Inner(Activity("Elsa.SetOutput", "o", ("outputName", Lit("Sum")), ("outputValue", Lit("x"))), outputs: """[{"name":"Sum","type":"Object"}]""");
        var definition = Using(Sequence("root", Activity("inner", "u", ("Sum", Bound("s"))), Line("after")), inner, """[{"id":"s","name":"S","typeName":"Int32"}]""", "Continue");
        var failed = Start(definition);

        failed.State.OpenIncidents.ShouldHaveSingleItem().Message.ShouldBe("The variable \"S\" cannot take the output: \"x\" is no Int32.");
        Resume(definition, WorkflowState.Parse(failed.State.ToJson()), new Stimulus.SkipIncident("i:i1")).Lines.ShouldBe(["after"]);
    }

    private static WorkflowDefinition Inner(JsonObject root, string variables = "[]", string inputs = "[]", string outputs = "[]") =>
        WorkflowDefinition.Load(Workflow(root, variables, inputs: inputs, outputs: outputs).Replace("\"definitionId\":\"test\"", "\"definitionId\":\"inner\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);

    private static WorkflowDefinition Using(JsonObject root, WorkflowDefinition inner, string variables = "[]", string strategy = "Fault") =>
        Load(root, variables, strategy, catalog: ActivityCatalog.BuiltIn.WithWorkflow(inner));

    private static JsonObject Bound(string id) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = id } };
}
