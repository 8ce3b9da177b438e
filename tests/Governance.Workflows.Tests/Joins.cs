using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>What joins do beyond the scenarios that Elsa printed.</summary>
public sealed class Joins
{
    private const string Counter = """[{"id":"n","name":"N","typeName":"Int32","value":0}]""";

    [Theory]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAll")]
    public void A_dead_connection_that_is_looked_at_first_does_not_fire_a_join_that_the_live_one_still_reaches(string mode)
    {
        var definition = Load(Flowchart("f", [Line("A"), Line("C"), Decision("d", "true"), Line("F"), Line("T"), Line("M"), Join("j", mode), Line("E")],
            "A>C", "A>d", "d.False>F", "d.True>T", "F>M", "T>M", "M>j", "C>j", "j>E"));

        Start(definition).Lines.ShouldBe(["A", "C", "T", "M", "E"]);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Two_outcomes_of_one_activity_that_lead_to_one_join_fire_it_once_whichever_is_followed(string outcome)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("A"), Event("e"), Decision("d", outcome), Join("j", "WaitAllActive"), Line("E")],
            "s>A", "s>e", "A>j", "e>d", "d.True>j", "d.False>j", "j>E"));
        var waiting = Start(definition);
        waiting.Lines.ShouldBe(["A"]);

        Resume(definition, waiting.State, new Stimulus.PublishEvent("e")).Lines.ShouldBe(["E"]);
    }

    [Fact]
    public void A_join_behind_a_loop_takes_the_turn_that_comes_out()
    {
        // The way over X is dead in every turn; the way over "again" gets to J in the last one only.
        var definition = Load(Flowchart("f",
            [Activity("Elsa.Start", "s"), Line("T"), Decision("d", "false"), Line("X"), Activity("Elsa.RunJavaScript", "count", ("script", Lit("setN(getN() + 1)"))), Decision("again", "getN() < 3"), Line("J")],
            "s>T", "T>d", "d.True>X", "d.False>count", "count>again", "again.True>T", "again.False>J", "X>J"), Counter);

        Start(definition).Lines.ShouldBe(["T", "T", "T", "J"]);
    }

    [Fact]
    public void WaitAny_in_a_loop_takes_another_branch_in_each_turn()
    {
        var definition = Load(Flowchart("f",
            [Activity("Elsa.Start", "s"), Activity("Elsa.SetName", "turn"), Event("a"), Event("b"), Join("j", "WaitAny"), LineJs("L", "setN(getN() + 1); 'L' + getN()"), Decision("d", "getN() < 3"), Line("E")],
            "s>turn", "turn>a", "turn>b", "a>j", "b>j", "j>L", "L>d", "d.True>turn", "d.False>E"), Counter);
        var result = Start(definition);

        foreach (var name in new[] { "b", "a", "b" })
        {
            result = Resume(definition, WorkflowState.Parse(result.State.ToJson()), new Stimulus.PublishEvent(name));
            result.Lines[0].ShouldStartWith("L");
        }

        result.Lines.ShouldBe(["L3", "E"]);
        result.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_join_that_starves_tells_so_and_keeps_nothing_open()
    {
        var definition = Load(Flowchart("f", [Decision("d", "true"), Line("T"), Line("F"), Join("j", "WaitAll"), Line("E")], "d.True>T", "d.False>F", "T>j", "F>j", "j>E"));
        var result = Start(definition);

        result.Lines.ShouldBe(["T"]);
        result.Status.ShouldBe(WorkflowStatus.Finished);
        var incident = result.Incidents.ShouldHaveSingleItem();
        incident.Open.ShouldBeFalse();
        (incident.Id, incident.ActivityId, incident.ActivityType, incident.Message).ShouldBe(("i:i1", "j", "Elsa.FlowJoin", "The join \"j\" waits for all branches, but one of them does not come; what follows it is skipped."));
    }

    [Theory]
    [InlineData("WaitAllActive", true)]
    [InlineData("WaitAll", false)]
    public void A_join_hears_at_once_that_a_way_is_dead_also_from_afar_and_while_others_wait(string mode, bool fires)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("x"), Event("e"), Decision("d", "true"), Line("T"), Line("F"), Line("G"), Join("j", mode), Line("E")],
            "s>x", "s>e", "s>d", "d.True>T", "d.False>F", "F>G", "G>j", "x>j", "j>E"));
        var result = Start(definition);

        result.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("e");
        result.Lines.Contains("E").ShouldBe(fires);
        result.Incidents.Count.ShouldBe(fires ? 0 : 1);
        Resume(definition, WorkflowState.Parse(result.State.ToJson()), new Stimulus.PublishEvent("e")).Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_join_behind_one_that_starves_hears_that_nothing_comes_from_there()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("x"), Line("y"), Event("e"), Decision("d", "true"), Line("F"), Join("j", "WaitAll"), Line("K"), Join("j2", "WaitAllActive"), Line("E")],
            "s>x", "s>y", "s>e", "s>d", "d.False>F", "F>j", "x>j", "j>K", "K>j2", "y>j2", "j2>E"));
        Start(definition).Lines.ShouldBe(["x", "y", "E"]);
    }

    [Fact]
    public void A_way_is_not_dead_while_another_activity_can_still_get_to_it()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("x"), Event("e"), Decision("d", "true"), Line("G"), Join("j", "WaitAllActive"), Line("E")],
            "s>x", "s>e", "s>d", "d.False>G", "e>G", "G>j", "x>j", "j>E"));
        var waiting = Start(definition);
        waiting.Lines.ShouldBe(["x"]);
        Resume(definition, WorkflowState.Parse(waiting.State.ToJson()), new Stimulus.PublishEvent("e")).Lines.ShouldBe(["G", "E"]);
    }

    [Theory]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAll")]
    public void A_join_that_waited_for_a_branch_which_a_WaitAny_cut_off_starves_in_the_end_as_in_Elsa(string mode)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("b"), Event("go"), Line("a"), Line("c"), Join("j", "WaitAny"), Line("J"), Join("j2", mode), Line("E2")],
            "s>b", "s>go", "s>c", "go>a", "a>j", "b>j", "b>j2", "c>j2", "j>J", "j2>E2"));
        var first = Start(definition);
        first.Lines.ShouldBe(["c"]);
        var result = Resume(definition, WorkflowState.Parse(first.State.ToJson()), new Stimulus.PublishEvent("go"));

        result.Lines.ShouldBe(["a", "J"]);
        (result.Status, result.Incidents.Count).ShouldBe((WorkflowStatus.Finished, 1));
    }

    [Fact]
    public void A_join_without_a_mode_takes_the_first_that_comes() =>
        Start(Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Line("a"), Activity("Elsa.FlowJoin", "j"), Line("E")], "s>e", "s>a", "e>j", "a>j", "j>E"))).Lines.ShouldBe(["a", "E"]);

    [Fact]
    public void Every_incident_has_a_number_of_its_own()
    {
        JsonObject Starving(string n) => Flowchart("f" + n, [Decision("d" + n, "true"), Line("T" + n), Line("F" + n), Join("j" + n, "WaitAll")], $"d{n}.True>T{n}", $"d{n}.False>F{n}", $"T{n}>j{n}", $"F{n}>j{n}");
        Start(Load(Sequence("s", Starving("1"), Starving("2"), Activity("Elsa.Fault", "x")))).Incidents.Select(i => i.Id).ShouldBe(["i:i1", "i:i2", "i:i3"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_comes_late_to_a_WaitAny_is_ignored_also_after_a_suspension(bool stored)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("a"), Event("b"), Join("j", "WaitAny"), Line("E")], "s>a", "s>b", "a>j", "b>j", "j>E"));
        var first = Start(definition);
        first.Lines.ShouldBe(["a", "E"]);
        first.Status.ShouldBe(WorkflowStatus.Suspended);

        var late = Resume(definition, stored ? WorkflowState.Parse(first.State.ToJson()) : first.State, new Stimulus.PublishEvent("b"));
        late.Lines.ShouldBeEmpty();
        late.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_join_waits_for_a_failed_branch_until_somebody_decides()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.Fault", "x"), Line("C"), Join("j", "WaitAllActive"), Line("E")], "s>x", "s>C", "x>j", "C>j", "j>E"), strategy: "Continue");
        var failed = Start(definition);
        failed.Lines.ShouldBe(["C"]);
        failed.Status.ShouldBe(WorkflowStatus.Suspended);

        var again = Resume(definition, failed.State, new Stimulus.RetryIncident(failed.State.OpenIncidents[0].Id));
        again.Status.ShouldBe(WorkflowStatus.Suspended);
        var skipped = Resume(definition, again.State, new Stimulus.SkipIncident(again.State.OpenIncidents[0].Id));
        skipped.Lines.ShouldBe(["E"]);
        skipped.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_condition_that_fails_in_a_later_turn_blames_the_loop_and_can_be_retried()
    {
        var definition = Load(Sequence("s", Activity("Elsa.While", "w", ("condition", Js("if (getN() == 1) { throw new Error('bad') } getN() < 2")), ("body", LineJs("L", "setN(getN() + 1); 'L'"))), Line("E")), Counter, "Continue");
        var failed = Start(definition);

        failed.Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe("w");
        failed.Incidents[0].Message.ShouldContain("bad");
        Resume(definition, failed.State, new Stimulus.RetryIncident(failed.Incidents[0].Id)).Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe("w");
        Resume(definition, failed.State, new Stimulus.SkipIncident(failed.Incidents[0].Id)).Lines.ShouldBe(["E"]);
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("Finish")]
    [InlineData("Fault")]
    public void An_instance_that_has_ended_has_no_bookmarks_and_takes_no_stimulus(string how)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("e"), Event("stop"), Activity(how == "Fault" ? "Elsa.Fault" : "Elsa.Finish", "x")], "s>e", "s>stop", "stop>x"));
        var waiting = Start(definition);
        var ended = Resume(definition, waiting.State, how == "Cancel" ? new Stimulus.Cancel() : new Stimulus.PublishEvent("stop"));

        ended.State.HasEnded.ShouldBeTrue();
        ended.State.Bookmarks.ShouldBeEmpty();
        ended.BurntBookmarks.Count.ShouldBe(2);
        Resume(definition, ended.State, new Stimulus.PublishEvent("e")).Applied.ShouldBeFalse();
    }

    private static JsonObject Decision(string id, string condition) => Activity("Elsa.FlowDecision", id, ("condition", Js(condition)));
}
