using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Failures that were reported of Elsa; each named by its issue.</summary>
public sealed class KnownDefects
{
    [Fact]
    public void Elsa7724_a_branch_that_loops_back_keeps_its_bookmark_when_the_other_reaches_the_join()
    {
        var definition = Load(Flowchart("f",
            [Activity("Elsa.Start", "start"), Event("a"), Activity("Elsa.FlowDecision", "ok", ("condition", Js("getVariable('ok') == true"))), Event("b"), Join("j", "WaitAll"), Line("end"),
             Activity("Elsa.RunJavaScript", "flip", ("script", Lit("setVariable('before', getVariable('ok')); setVariable('ok', true)")))],
            "start>a", "start>b", "a>ok", "ok.False>flip", "flip>a", "ok.True>j", "b>j", "j>end"), """[{"id":"ok","name":"ok","typeName":"Boolean","value":false}]""");
        var state = Start(definition).State;

        state = Resume(definition, state, new Stimulus.PublishEvent("a")).State;
        var atJoin = Resume(definition, state, new Stimulus.PublishEvent("b"));
        atJoin.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("a");

        var last = Resume(definition, atJoin.State, new Stimulus.PublishEvent("a"));
        last.Lines.ShouldBe(["end"]);
        last.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void Elsa6523_a_resume_directly_after_the_suspension_goes_on()
    {
        var definition = Load(Sequence("s", Event("e"), Line("after")));
        var suspended = Start(definition);

        var resumed = Resume(definition, suspended.State, new Stimulus.ResumeBookmark(suspended.CreatedBookmarks[0].Id));

        resumed.Applied.ShouldBeTrue();
        resumed.Lines.ShouldBe(["after"]);
    }

    [Fact]
    public void Elsa5597_of_two_resumes_of_one_bookmark_exactly_one_wins()
    {
        var definition = Load(Sequence("s", Event("e"), Line("once"), Event("later")));
        var first = Start(definition);
        var stimulus = new Stimulus.ResumeBookmark(first.CreatedBookmarks[0].Id);

        var winner = Resume(definition, first.State, stimulus);
        var loser = Resume(definition, winner.State, stimulus);

        winner.Applied.ShouldBeTrue();
        loser.Applied.ShouldBeFalse();
        loser.Refusal.ShouldBe("The bookmark is not open (any more).");
        loser.State.ShouldBeSameAs(winner.State);
        loser.Lines.ShouldBeEmpty();
        loser.Journal.ShouldBeEmpty();
    }

    [Fact]
    public void Elsa5814_a_chain_of_five_approvals_gets_to_its_end()
    {
        var approvals = Enumerable.Range(1, 5).Select(n => Activity("Test.Approve", $"approve{n}")).ToArray();
        var definition = Load(Flowchart("f", [.. approvals, Line("approved"), Line("rejected")],
            "approve1.Approved>approve2", "approve2.Approved>approve3", "approve3.Approved>approve4", "approve4.Approved>approve5", "approve5.Approved>approved",
            "approve1.Rejected>rejected", "approve2.Rejected>rejected", "approve3.Rejected>rejected", "approve4.Rejected>rejected", "approve5.Rejected>rejected"),
            catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("Test.Approve") { Outcomes = ["Approved", "Rejected"] }));
        var result = Start(definition);

        for (var n = 1; n <= 5; n++)
        {
            result.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe($"approve{n}");
            result = Resume(definition, WorkflowState.Parse(result.State.ToJson()), new Stimulus.ResumeBookmark(result.State.Bookmarks[0].Id, ["Approved"]));
        }

        result.Lines.ShouldBe(["approved"]);
        result.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void Elsa5961_a_step_that_is_thrown_away_can_be_taken_again_from_the_same_state()
    {
        var definition = Load(Sequence("s", Event("e"), Line("after"), Event("f")));
        var state = Start(definition).State;
        var before = state.ToJson();

        var lost = Resume(definition, state, new Stimulus.PublishEvent("e", JsonValue.Create(1)));
        var again = Resume(definition, state, new Stimulus.PublishEvent("e", JsonValue.Create(1)));

        state.ToJson().ShouldBe(before);
        again.State.ToJson().ShouldBe(lost.State.ToJson());
        again.Lines.ShouldBe(["after"]);
    }
}
