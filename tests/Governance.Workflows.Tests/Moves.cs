using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>A waiting instance is taken over to another version, or what stands in the way is named.</summary>
public sealed class Moves
{
    [Fact]
    public void What_waits_goes_on_in_the_other_version()
    {
        var (from, to) = (Load(Sequence("s", Line("a"), Event("e"), Line("b"))), Other(Sequence("s", Event("e"), Line("new"), Line("b"))));
        var state = Start(from).State;

        var moved = StateMove.Of(state, from, to);

        moved.Obstacles.ShouldBeEmpty();
        moved.State!.DefinitionVersion.ShouldBe(2);
        moved.State.Bookmarks.ShouldBe(state.Bookmarks);
        WorkflowState.Parse(moved.State.ToJson()).ToJson().ShouldBe(moved.State.ToJson());
        var result = Resume(to, moved.State, new Stimulus.PublishEvent("e"));
        (result.Status, string.Join(' ', result.Lines)).ShouldBe((WorkflowStatus.Finished, "new b"));
    }

    [Fact]
    public void In_a_flowchart_it_goes_on_behind_the_activity_it_waits_at()
    {
        var from = Load(Flowchart("f", [Line("a"), Event("e"), Line("b")], "a>e", "e>b"));
        var to = Other(Flowchart("f", [Line("a"), Event("e"), Line("check"), Line("b")], "a>e", "e>check", "check>b"));

        var moved = StateMove.Of(Start(from).State, from, to).State!;

        var result = Resume(to, moved, new Stimulus.PublishEvent("e"));
        (result.Status, string.Join(' ', result.Lines)).ShouldBe((WorkflowStatus.Finished, "check b"));
    }

    [Fact]
    public void A_branch_that_has_arrived_at_a_join_is_still_there_though_connections_have_other_places()
    {
        var from = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll"), Line("b")], "s>e", "s>a", "e>j", "a>j", "j>b"));
        var to = Other(Flowchart("f", [Activity("Elsa.Start", "s"), Line("n"), Event("e"), Line("a"), Join("j", "WaitAll"), Line("b")], "a>j", "s>n", "n>e", "e>j", "s>a", "j>b"));

        var moved = StateMove.Of(Start(from).State, from, to).State!;

        var result = Resume(to, moved, new Stimulus.PublishEvent("e"));
        (result.Status, string.Join(' ', result.Lines), result.Incidents.Count).ShouldBe((WorkflowStatus.Finished, "b", 0));
    }

    [Fact]
    public void Ways_that_were_decided_against_stay_so()
    {
        var from = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "d", ("condition", Js("false"))), Line("x"), Event("e"), Join("j", "WaitAllActive"), Line("m")], "s>d", "s>e", "d.True>x", "x>j", "e>j", "j>m"));
        var to = Other(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "d", ("condition", Js("false"))), Line("x"), Event("e"), Join("j", "WaitAllActive"), Line("m")], "e>j", "x>j", "s>d", "s>e", "d.True>x", "j>m"));

        var moved = StateMove.Of(Start(from).State, from, to).State!;

        Resume(to, moved, new Stimulus.PublishEvent("e")).Lines.ShouldBe(["m"]);
    }

    [Fact]
    public void Variables_are_those_of_the_other_version_with_what_they_held()
    {
        var root = Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Lit("setVariable('A', 7); setVariable('Made', 'x')"))), Event("e"));
        var from = Load(root, """[{"id":"a","name":"A","typeName":"Int32"},{"id":"gone","name":"Gone","typeName":"String","value":"g"}]""");
        var to = Other(Sequence("s", Activity("Elsa.RunJavaScript", "r"), Event("e"), LineJs("w", "[getA(), getB(), getVariable('Made'), getVariable('Gone')].join(' ')")),
            """[{"id":"a","name":"A","typeName":"String"},{"id":"b","name":"B","typeName":"Int32","value":"5"}]""");
        var moved = StateMove.Of(Start(from).State, from, to).State!;
        moved.ToJson().ShouldContain("\"a\":[\"A\",\"String\",\"7\"]");
        moved.ToJson().ShouldContain("\"b\":[\"B\",\"Int32\",5]");
        moved.ToJson().ShouldNotContain("Gone");
        moved.ToJson().ShouldContain("Made");
    }

    /// <summary>What a script made is what the other version declares.</summary>
    [Fact]
    public void A_variable_of_a_script_becomes_the_declared_one_of_its_id()
    {
        var from = Load(Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Lit("setVariable('Made', '7')"))), Event("e")));
        var state = Start(from).State;
        state.ToJson().ShouldContain("\"variables\":{\"Made\":[\"Made\",\"Object\",\"7\"]}");

        var root = Sequence("s", Activity("Elsa.RunJavaScript", "r"), Event("e"));
        root["variables"] = JsonNode.Parse("""[{"id":"Made","name":"Now","typeName":"Int32"}]""");
        var moved = StateMove.Of(state, from, Other(root)).State!;

        moved.ToJson().ShouldContain("\"variables\":{\"Made\":[\"Now\",\"Int32\",7]}");
    }

    [Fact]
    public void A_loop_goes_on_with_its_next_item()
    {
        var loop = Activity("Elsa.ForEach", "l", ("items", Lit(new JsonArray(1, 2, 3))), ("body", Sequence("s", Event("e"), LineJs("w", "getVariable('CurrentValue')"))));
        var (from, to) = (Load(loop), Other((JsonObject)loop.DeepClone()));
        var second = Resume(from, Start(from).State, new Stimulus.PublishEvent("e"));

        var third = Resume(to, StateMove.Of(second.State, from, to).State!, new Stimulus.PublishEvent("e"));

        var end = Resume(to, third.State, new Stimulus.PublishEvent("e"));
        (end.Status, string.Join(' ', [.. second.Lines, .. third.Lines, .. end.Lines])).ShouldBe((WorkflowStatus.Finished, "1 2 3"));
    }

    /// <summary>The first branch has passed the join, the other is still to be ignored there.</summary>
    [Fact]
    public void A_late_branch_of_a_join_that_waits_for_any_is_ignored_in_the_other_version_too()
    {
        List<JsonObject> Activities() => [Activity("Elsa.Start", "s"), Line("a"), Event("e"), Join("j", "WaitAny"), Line("m"), Event("end")];
        var (from, to) = (Load(Flowchart("f", Activities(), "s>a", "s>e", "a>j", "e>j", "j>m", "m>end")), Other(Flowchart("f", Activities(), "m>end", "e>j", "a>j", "s>a", "s>e", "j>m")));
        var begun = Start(from);
        begun.Lines.ShouldBe(["a", "m"]);

        var late = Resume(to, StateMove.Of(begun.State, from, to).State!, new Stimulus.PublishEvent("e"));

        (late.Status, late.Lines.Count).ShouldBe((WorkflowStatus.Suspended, 0));
    }

    [Fact]
    public void A_move_is_an_entry_of_the_journal()
    {
        var from = Load(Sequence("s", Event("e")));
        var moved = StateMove.Of(Start(from).State, from, Other(Sequence("s", Event("e"))));

        var (before, entry) = (Start(from).Journal[^1], moved.EntryAt(Now, "1 to 2"));

        (entry.Number, entry.ActivityId, entry.ActivityType, entry.Event, entry.Outcomes.Count, entry.Instant, (string?)entry.Detail).ShouldBe((before.Number + 1, "", "", JournalEvent.InstanceMoved, 0, Now, "1 to 2"));
        Resume(from, Start(from).State, new Stimulus.PublishEvent("e")).Journal[0].Number.ShouldBe(entry.Number);
        Should.Throw<InvalidOperationException>(() => StateMove.Of(Start(from).State, from, Other(Sequence("t", Event("e")))).EntryAt(Now, null)).Message.ShouldBe("What was not moved has no entry.");
    }

    public static TheoryData<string, string, string, string, string> Obstacles => new()
    {
        { "gone", Sequence("s", Line("a")).ToJsonString(), "e", "Elsa.Event", "Gone" },
        { "other type", Sequence("s", Line("e")).ToJsonString(), "e", "Elsa.Event", "OtherType" },
        { "other place", Sequence("s", Sequence("inner", Event("e"))).ToJsonString(), "e", "Elsa.Event", "OtherPlace" },
        { "container gone", Sequence("t", Event("e")).ToJsonString(), "s", "Elsa.Sequence", "Gone" },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void What_stands_in_the_way_is_named(string what, string other, string activity, string type, string problem)
    {
        var from = Load(Sequence("s", Event("e")));

        var moved = StateMove.Of(Start(from).State, from, Other((JsonObject)JsonNode.Parse(other)!));

        moved.State.ShouldBeNull(what);
        (moved.Obstacles[0].ActivityId, moved.Obstacles[0].ActivityType, moved.Obstacles[0].Problem.ToString()).ShouldBe((activity, type, problem));
    }

    [Fact]
    public void A_value_without_a_meaning_in_the_other_type_stands_in_the_way()
    {
        var from = Load(Sequence("s", Event("e")), """[{"id":"a","name":"A","typeName":"String","value":"many"}]""");

        var obstacle = StateMove.Of(Start(from).State, from, Other(Sequence("s", Event("e")), """[{"id":"a","name":"A","typeName":"Int32"}]""")).Obstacles.ShouldHaveSingleItem();

        (obstacle.ActivityId, obstacle.Problem).ShouldBe(("", MoveProblem.OtherVariable));
        obstacle.Detail.ShouldStartWith("A: ");
    }

    [Theory]
    [InlineData("e>j", "j>b")]
    [InlineData("a>b", "e>j", "j>b")]
    public void A_branch_that_has_arrived_by_a_way_that_is_gone_stands_in_the_way(params string[] ways)
    {
        var from = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll"), Line("b")], "s>e", "s>a", "e>j", "a>j", "j>b"));
        var to = Other(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll"), Line("b")], ["s>e", "s>a", .. ways]));

        var obstacle = StateMove.Of(Start(from).State, from, to).Obstacles.ShouldHaveSingleItem();

        (obstacle.ActivityId, obstacle.Problem, obstacle.Detail).ShouldBe(("j", MoveProblem.ArrivedBranch, "a"));
    }

    /// <summary>A third opinion that is asked for from now on: cases that are past its beginning go on without it, or are not moved; never do they end
    /// at the join.</summary>
    [Theory]
    [InlineData("WaitAllActive")]
    [InlineData("implicit")]
    public void A_join_does_not_wait_for_a_branch_whose_beginning_the_case_has_passed(string mode)
    {
        var (from, to) = (Opinions(mode, "first", "second"), Opinions(mode, "first", "second", "third"));
        var moved = StateMove.Of(Resume(from, Asked(from), new Stimulus.PublishEvent("first")).State, from, to).State!;

        var result = Resume(to, moved, new Stimulus.PublishEvent("second"));

        (result.Status, string.Join(' ', result.Lines), result.Incidents.Count).ShouldBe((WorkflowStatus.Suspended, "after", 0));
    }

    [Fact]
    public void A_join_that_waits_for_all_keeps_a_case_that_has_passed_the_beginning_of_a_branch_from_being_moved()
    {
        var (from, to) = (Opinions("WaitAll", "first", "second"), Opinions("WaitAll", "first", "second", "third"));

        var obstacle = StateMove.Of(Asked(from), from, to).Obstacles.ShouldHaveSingleItem();

        (obstacle.ActivityId, obstacle.Problem, obstacle.Detail).ShouldBe(("j", MoveProblem.MissedBranch, "third"));
    }

    [Theory]
    [InlineData("WaitAny")]
    [InlineData("WaitAllActive")]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("without")]
    [InlineData("implicit")]
    public void A_join_of_those_that_come_lets_it_be_moved(string mode) =>
        StateMove.Of(Asked(Opinions(mode, "first", "second")), Opinions(mode, "first", "second"), Opinions(mode, "first", "second", "third")).Obstacles.ShouldBeEmpty();

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void Before_the_branches_and_behind_the_join_nothing_is_missed(string mode)
    {
        var (from, to) = (Opinions(mode, "first", "second"), Opinions(mode, "first", "second", "third"));
        var before = StateMove.Of(Build.Start(from).State, from, to);
        before.Obstacles.ShouldBeEmpty();
        var all = Resume(to, before.State!, new Stimulus.PublishEvent("before"));
        foreach (var name in new[] { "first", "second", "third" }) all = Resume(to, all.State, new Stimulus.PublishEvent(name));
        (all.Status, string.Join(' ', all.Lines)).ShouldBe((WorkflowStatus.Suspended, "after"));

        var behind = StateMove.Of(all.State, to, from);
        behind.Obstacles.ShouldBeEmpty();
        Resume(from, behind.State!, new Stimulus.PublishEvent("end")).Status.ShouldBe(WorkflowStatus.Finished);
    }

    /// <summary>Where two ways meet that did not meet before, the one that was not taken is not waited for.</summary>
    [Fact]
    public void A_way_that_becomes_part_of_a_join_and_was_not_taken_is_not_waited_for()
    {
        string[] ways = ["s>d", "d.True>x", "d.False>e", "x>j", "j>b"];
        List<JsonObject> Activities() => [Activity("Elsa.Start", "s"), Activity("Elsa.FlowDecision", "d", ("condition", Js("false"))), Line("x"), Event("e"), Line("j"), Line("b")];
        var (from, to) = (Load(Flowchart("f", Activities(), ways)), Other(Flowchart("f", Activities(), [.. ways, "e>j"])));

        var result = Resume(to, StateMove.Of(Start(from).State, from, to).State!, new Stimulus.PublishEvent("e"));

        (result.Status, string.Join(' ', result.Lines), result.Incidents.Count).ShouldBe((WorkflowStatus.Finished, "j b", 0));
    }

    [Fact]
    public void Two_connections_alike_are_one_way()
    {
        var from = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll"), Line("b")], "s>e", "s>a", "e>j", "a>j", "a>j", "j>b"));
        var to = Other(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Join("j", "WaitAll"), Line("b")], "s>e", "s>a", "e>j", "a>j", "j>b"));

        var moved = StateMove.Of(Start(from).State, from, to).State!;

        moved.ToJson().ShouldContain("\"tokens\":[3,2]");
        Resume(to, moved, new Stimulus.PublishEvent("e")).Lines.ShouldBe(["b"]);
    }

    [Fact]
    public void What_has_ended_stays_and_another_workflow_is_no_version()
    {
        var from = Load(Sequence("s", Line("a")));
        StateMove.Of(Start(from).State, from, Other(Sequence("s", Line("a")))).Obstacles.ShouldBe([new("", "", MoveProblem.Ended, "Finished")]);
        var stranger = WorkflowDefinition.Load(Workflow(Sequence("s", Line("a"))).Replace("\"test\"", "\"stranger\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
        Should.Throw<ArgumentException>(() => StateMove.Of(Start(from).State, from, stranger)).Message.ShouldStartWith("The state of test version 1 cannot be moved from test version 1 to stranger.");
    }

    private static WorkflowState Asked(WorkflowDefinition definition) => Resume(definition, Start(definition).State, new Stimulus.PublishEvent("before")).State;

    /// <summary>Waits, asks for opinions at the same time, joins them, waits.</summary>
    private static WorkflowDefinition Opinions(string mode, params string[] names)
    {
        var root = Flowchart(
            "f",
            [Event("before"), Activity("Elsa.Sequence", "ask"), .. names.Select(name => Event(name)), mode switch { "implicit" => Activity("Elsa.SetName", "j", ("value", Lit("x"))), "without" => Activity("Elsa.FlowJoin", "j"), _ => Join("j", mode) }, Line("after"), Event("end")],
            ["before>ask", .. names.Select(name => "ask>" + name), .. names.Select(name => name + ">j"), "j>after", "after>end"]);
        return names.Length == 2 ? Load(root) : Other(root);
    }

    private static WorkflowDefinition Other(JsonObject root, string variables = "[]") =>
        WorkflowDefinition.Load(Workflow(root, variables).Replace("\"version\":1,\"name\"", "\"version\":2,\"name\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
}
