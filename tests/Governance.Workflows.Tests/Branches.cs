using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Which way is taken, and when several ways are over.</summary>
public sealed class Branches
{
    private const string V = """[{"id":"v","name":"V","typeName":"Object"}]""";

    [Theory]
    [InlineData("true", "yes after True")]
    [InlineData("false", "no after False")]
    [InlineData("'nonsense'", "no after False")]
    [InlineData("null", "no after False")]
    public void If_takes_one_of_two_and_tells_which(string condition, string lines)
    {
        var branch = Activity("Elsa.If", "i", ("condition", Js(condition)), ("then", Line("yes")), ("else", Line("no")), ("result", Bound));
        string.Join(' ', Start(Load(Sequence("s", branch, LineJs("after", "'after ' + (getV() ? 'True' : 'False')")), V)).Lines).ShouldBe(lines);
    }

    [Fact]
    public void If_without_the_branch_goes_on() =>
        Start(Load(Sequence("s", Activity("Elsa.If", "i", ("condition", Lit(true)), ("else", Line("no"))), Activity("Elsa.If", "j", ("then", Line("no"))), Line("after")))).Lines.ShouldBe(["after"]);

    [Theory]
    [InlineData(null, "a after")]
    [InlineData("MatchFirst", "a after")]
    [InlineData("MatchAny", "a c after")]
    [InlineData("1", "a c after")]
    public void Switch_takes_the_first_case_or_all_that_match(string? mode, string lines)
    {
        var branch = Activity("Elsa.Switch", "w", ("mode", Lit(mode)), ("cases", new JsonArray(Case("no", "false", Line("n")), Case("one", "1", Line("a")), Case("two", "true", Line("c")))), ("default", Line("d")));
        var printed = Start(Load(Sequence("s", branch, Line("after")))).Lines;
        printed[0].ShouldBe("a");
        string.Join(' ', printed.Order(StringComparer.Ordinal)).ShouldBe(string.Join(' ', lines.Split(' ').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Switch_without_a_match_takes_its_default_or_goes_on()
    {
        var none = new JsonArray(Case("no", "false", Line("n")));
        Start(Load(Sequence("s", Activity("Elsa.Switch", "w", ("cases", none.DeepClone()), ("default", Line("d"))), Line("after")))).Lines.ShouldBe(["d", "after"]);
        Start(Load(Sequence("s", Activity("Elsa.Switch", "w", ("cases", none.DeepClone())), Line("after")))).Lines.ShouldBe(["after"]);
        Start(Load(Sequence("s", Activity("Elsa.Switch", "w", ("cases", new JsonArray(Case("empty", "true", null)))), Line("after")))).Lines.ShouldBe(["after"]);
    }

    [Theory]
    [InlineData(null, "true", "true", "a")]
    [InlineData("MatchAny", "true", "true", "a b")]
    [InlineData("MatchFirst", "false", "true", "b")]
    [InlineData(null, "false", "false", "none")]
    public void FlowSwitch_has_the_labels_that_match_as_outcomes_or_Default(string? mode, string first, string second, string lines)
    {
        var branch = Activity("Elsa.FlowSwitch", "w", ("mode", Lit(mode)), ("cases", new JsonArray(Case("A", first, null), Case("B", second, null))));
        var definition = Load(Flowchart("f", [branch, Line("a"), Line("b"), Line("none"), Line("done")], "w.A>a", "w.B>b", "w.Default>none", "w.Done>done"));
        Start(definition).Lines.ShouldBe(lines.Split(' '));
    }

    [Theory]
    [InlineData("""["A","B"]""", "a b")]
    [InlineData("""["B"]""", "b")]
    [InlineData("\"[\\\"A\\\"]\"", "a")]
    [InlineData("5", "done")]
    public void FlowFork_starts_the_branches_it_lists(string branches, string lines)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.FlowFork", "k", ("branches", Lit(JsonNode.Parse(branches)))), Line("a"), Line("b"), Line("done")], "k.A>a", "k.B>b", "k.Done>done"));
        Start(definition).Lines.ShouldBe(lines.Split(' '));
    }

    [Theory]
    [InlineData("\"WaitAny\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("1", true)]
    [InlineData("{\"typeName\":\"X\",\"expression\":{\"type\":\"Literal\",\"value\":\"WaitAny\"}}", true)]
    [InlineData("\"WaitAll\"", false)]
    [InlineData("\"0\"", false)]
    [InlineData("{\"typeName\":\"X\",\"expression\":{\"type\":\"Literal\",\"value\":\"WaitAll\"}}", false)]
    [InlineData("null", false)]
    public void Fork_ends_with_its_first_branch_or_with_its_last(string mode, bool any)
    {
        var definition = Load(Sequence("s", Activity("Elsa.Fork", "k", ("joinMode", JsonNode.Parse(mode)), ("branches", new JsonArray(Event("a"), Event("b")))), Line("after")));
        var first = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("a"));

        first.Lines.ShouldBe(any ? ["after"] : []);
        if (!any) Resume(definition, WorkflowState.Parse(first.State.ToJson()), new Stimulus.PublishEvent("b")).Lines.ShouldBe(["after"]);
    }

    [Theory]
    [InlineData("Elsa.Fork")]
    [InlineData("Elsa.Parallel")]
    [InlineData("Elsa.Sequence")]
    [InlineData("Elsa.Flowchart")]
    public void A_container_without_activities_is_over_at_once(string type) =>
        Start(Load(Sequence("s", Activity(type, "k"), Line("after")))).ShouldSatisfyAllConditions(r => r.Lines.ShouldBe(["after"]), r => r.Incidents.ShouldBeEmpty());

    [Fact]
    public void Parallel_ends_with_its_last_activity_and_has_variables_of_its_own()
    {
        var parallel = Activity("Elsa.Parallel", "p", ("variables", new JsonArray(new JsonObject { ["id"] = "own", ["name"] = "Own", ["typeName"] = "Int32", ["value"] = 7 })), ("activities", new JsonArray(LineJs("a", "getOwn()"), Event("e"))));
        var definition = Load(Sequence("s", parallel, LineJs("after", "getVariable('Own') === null")));
        var waiting = Start(definition);

        waiting.Lines.ShouldBe(["7"]);
        Resume(definition, WorkflowState.Parse(waiting.State.ToJson()), new Stimulus.PublishEvent("e")).Lines.ShouldBe(["True"]);
    }

    [Fact]
    public void A_sequence_and_a_flowchart_have_variables_of_their_own()
    {
        JsonArray own = [new JsonObject { ["id"] = "own", ["name"] = "Own", ["typeName"] = "Int32", ["value"] = 7 }];
        var sequence = Sequence("q", LineJs("a", "getOwn()"));
        sequence["variables"] = own.DeepClone();
        var flowchart = Flowchart("f", [LineJs("b", "getOwn() + 1")]);
        flowchart["variables"] = own.DeepClone();
        Start(Load(Sequence("s", sequence, flowchart, LineJs("after", "getVariable('Own') === null")))).Lines.ShouldBe(["7", "8", "True"]);
    }

    [Fact]
    public void End_ends_the_sequence_it_is_in() =>
        Start(Load(Sequence("root", Sequence("s", Activity("Elsa.End", "end"), Line("never")), Line("after")))).Lines.ShouldBe(["after"]);

    [Fact]
    public void End_lets_a_flowchart_beside_it_end_that_had_not_come_to_its_first_activity() =>
        Start(Load(Sequence("root", Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Flowchart("f", [Line("never")]), Activity("Elsa.End", "end")))), Line("after")))).Lines.ShouldBe(["after"]);

    [Theory]
    [InlineData("empty")]
    [InlineData("done")]
    [InlineData("end")]
    public void A_flowchart_ends_while_other_branches_still_run(string how)
    {
        var flowchart = how switch { "empty" => Flowchart("f", []), "done" => Flowchart("f", [Line("a")]), _ => Flowchart("f", [Activity("Elsa.End", "end")]) };
        var other = Sequence("o", Enumerable.Range(1, 9).Select(n => Line($"{n}")).ToArray());
        var lines = Start(Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Sequence("q", flowchart, Line("after")), other))))).Lines;
        lines[^1].ShouldBe("9");
        lines.ShouldContain("after");
    }

    [Fact]
    public void After_many_workflows_both_outcomes_are_followed_and_without_their_children_too()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.BulkDispatchWorkflows", "bulk", ("childCompleted", Line("child"))), Line("completed"), Line("done")], "bulk.Completed>completed", "bulk.Done>done"));
        var state = Start(definition).State;
        Resume(definition, state, new Stimulus.ResumeBookmark("i:1")).Lines.ShouldBe(["completed", "done"]);
        Resume(definition, state, new Stimulus.ResumeBookmark("i:1", null, new() { ["children"] = new JsonArray(new JsonObject { ["WorkflowSubStatus"] = "Finished" }) })).Lines.ShouldBe(["child", "completed", "done"]);
    }

    [Fact]
    public void An_event_without_a_name_waits_for_the_event_without_a_name()
    {
        var definition = Load(Sequence("s", Activity("Elsa.Event", "e"), Line("after")));
        Resume(definition, Start(definition).State, new Stimulus.PublishEvent("")).Lines.ShouldBe(["after"]);
    }

    [Fact]
    public void End_ends_the_flowchart_it_is_in_and_what_that_had_scheduled()
    {
        var inner = Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.End", "end"), Line("scheduled"), Sequence("q", Line("deeper"))], "s>end", "s>scheduled", "s>q");
        Start(Load(Sequence("root", inner, Line("after")))).Lines.ShouldBe(["after"]);
        var deeper = Flowchart("f", [Activity("Elsa.Start", "s"), Sequence("q", Line("deeper")), Activity("Elsa.SetName", "n"), Activity("Elsa.End", "end")], "s>q", "s>n", "n>end");
        Start(Load(Activity("Elsa.Parallel", "root", ("activities", new JsonArray(deeper, Sequence("o", Sequence("p", Sequence("r", Line("other")))))))))
            .Lines.ShouldBe(["deeper", "other"]);
    }

    [Theory]
    [InlineData("{}", "0 (General, System): ")]
    [InlineData("""{"code":"E7","category":"Money","faultType":"Business","message":"none left"}""", "E7 (Money, Business): none left")]
    public void Fault_says_what_it_was_given(string inputs, string message)
    {
        var fault = Activity("Elsa.Fault", "x", [.. ((JsonObject)JsonNode.Parse(inputs)!).Select(i => (i.Key, (JsonNode?)Lit(i.Value?.DeepClone())))]);
        Start(Load(fault)).Incidents.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_script_without_text_does_nothing(string? script) =>
        Start(Load(Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Lit(script))), Line("after")))).ShouldSatisfyAllConditions(r => r.Lines.ShouldBe(["after"]), r => r.Incidents.ShouldBeEmpty());

    [Fact]
    public void A_line_without_text_is_empty() => Start(Load(Activity("Elsa.WriteLine", "w"))).Lines.ShouldBe([""]);

    [Theory]
    [InlineData("""{"id":"v","name":"other"}""", "5")]
    [InlineData("""{"name":"V"}""", "5")]
    [InlineData("""{"id":"gone","name":"V"}""", "null")]
    [InlineData("""{"name":"gone"}""", "null")]
    [InlineData("null", "null")]
    public void SetVariable_finds_its_variable_by_id_or_else_by_name_and_ignores_one_that_is_not_there(string variable, string line) =>
        Start(Load(Sequence("s", Activity("Elsa.SetVariable", "set", ("variable", JsonNode.Parse(variable)), ("value", Js("5"))), LineJs("w", "toJson(getV())")), V)).Lines.ShouldBe([line]);

    [Fact]
    public void A_delay_without_a_time_falls_due_at_once_and_a_start_in_the_past_is_no_wait()
    {
        Start(Load(Activity("Elsa.Delay", "d"))).State.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(Now);
        Start(Load(Sequence("s", Activity("Elsa.StartAt", "d", ("dateTime", Lit("2026-05-04T09:59:59Z"))), Line("after")))).Lines.ShouldBe(["after"]);
        Start(Load(Activity("Elsa.StartAt", "d"))).Incidents.ShouldHaveSingleItem().Message.ShouldBe("\"\" is no instant.");
    }

    private static JsonObject Case(string label, string condition, JsonObject? activity) => new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = condition }, ["activity"] = activity };

    private static JsonObject Bound => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } };
}
