using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>What a person may decide on an open incident, and what then goes on.</summary>
public sealed class Decisions
{
    [Fact]
    public void Where_the_parent_failed_to_go_on_a_retry_asks_the_parent_again_and_the_activity_does_not_run_twice()
    {
        var definition = Load(Flowchart("f", [Event("e"), Line("a"), Join("j", "Nonsense"), Line("b"), Activity("Elsa.Start", "s")], "s>a", "s>b", "a>j", "b>j"), strategy: "Continue");
        var failed = Start(definition);

        failed.Lines.ShouldBe(["a", "b"]);
        failed.State.OpenIncidents.Select(i => $"{i.ActivityId}: {i.Message}").ShouldBe(["j: \"Nonsense\" is no mode of a join.", "j: \"Nonsense\" is no mode of a join."]);
        failed.State.LiveActivities.ShouldBe(["f", "a", "b"]);
        failed.State.ToJson().ShouldContain("\"unreported\":[\"Done\"]");

        var retried = Resume(definition, WorkflowState.Parse(failed.State.ToJson()), new Stimulus.RetryIncident("i:i1"));
        retried.Lines.ShouldBeEmpty();
        retried.Incidents.ShouldHaveSingleItem().Id.ShouldBe("i:i3");
        retried.State.OpenIncidents.Select(i => i.Id).ShouldBe(["i:i2", "i:i3"]);
        retried.State.LiveActivities.ShouldBe(["f", "b", "a"]);
    }

    [Fact]
    public void Where_the_reason_is_gone_a_retry_lets_the_parent_go_on()
    {
        var mode = Activity("Elsa.FlowJoin", "j", ("mode", Js("if (getV() == 0) { throw new Error('not yet') } 'WaitAll'")));
        var chart = Flowchart("f", [Activity("Elsa.Start", "s"), Line("a"), Line("b"), mode, Line("E")], "s>a", "s>b", "a>j", "b>j", "j>E");
        var definition = Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(chart, Sequence("q", Event("e"), LineJs("set", "setV(1)"))))), """[{"id":"v","name":"V","typeName":"Int32","value":0}]""", "Continue");
        var state = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("e")).State;

        state = Resume(definition, state, new Stimulus.RetryIncident("i:i1")).State;
        var retried = Resume(definition, WorkflowState.Parse(state.ToJson()), new Stimulus.RetryIncident("i:i2"));
        retried.Lines.ShouldBe(["E"]);
        (retried.Status, retried.Incidents.Count).ShouldBe((WorkflowStatus.Finished, 0));
        retried.Journal.Count(e => e.Event == JournalEvent.Canceled).ShouldBe(0);
    }

    [Fact]
    public void A_branch_whose_join_mode_failed_counts_once_after_a_retry()
    {
        var fork = Activity("Elsa.Fork", "fork", ("joinMode", Js("if (getV() == 0) { setV(1); throw new Error('not yet') } 'WaitAll'")), ("branches", new JsonArray(Line("a"), Event("e"))));
        var definition = Load(Sequence("s", fork, Line("after")), """[{"id":"v","name":"V","typeName":"Int32","value":0}]""", "Continue");
        var retried = Resume(definition, Start(definition).State, new Stimulus.RetryIncident("i:i1"));

        retried.Lines.ShouldBeEmpty();
        Resume(definition, retried.State, new Stimulus.PublishEvent("e")).Lines.ShouldBe(["after"]);
    }

    [Fact]
    public void What_a_failed_activity_had_begun_is_cut_off_by_a_retry_and_its_bookmark_is_burnt()
    {
        var bulk = Activity("Elsa.BulkDispatchWorkflows", "bulk", ("childCompleted", Event("e")));
        var definition = Load(Sequence("s", bulk, Line("after")), strategy: "Continue");
        JsonObject Children(params string[] status) => new() { ["children"] = new JsonArray([.. status.Select((s, n) => (JsonNode)new JsonObject { ["WorkflowInstanceId"] = $"k{n}", ["WorkflowSubStatus"] = s })]) };

        var good = Resume(definition, Start(definition).State, new Stimulus.ResumeBookmark("i:1", null, Children("Finished", "Finished")));
        good.State.Bookmarks.Select(b => b.Id).ShouldBe(["i:2", "i:3"]);
        var one = Resume(definition, good.State, new Stimulus.ResumeBookmark("i:2"));
        one.Lines.ShouldBeEmpty();
        Resume(definition, one.State, new Stimulus.ResumeBookmark("i:3")).Lines.ShouldBe(["after"]);

        var failed = Resume(definition, Start(definition).State, new Stimulus.ResumeBookmark("i:1", null, Children("Finished", "Faulted")));
        failed.State.OpenIncidents.ShouldHaveSingleItem().Message.ShouldBe("The workflow k1 that \"bulk\" started has faulted.");
        failed.State.LiveActivities.ShouldBe(["s", "bulk", "e"]);
        var retried = Resume(definition, failed.State, new Stimulus.RetryIncident("i:i1"));
        retried.State.LiveActivities.ShouldBe(["s", "bulk"]);
        retried.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("bulk");
    }

    [Fact]
    public void Where_the_parent_failed_to_go_on_it_is_the_parent_that_is_skipped()
    {
        var inner = Flowchart("f", [Activity("Elsa.Start", "s"), Line("a"), Line("b"), Join("j", "Nonsense"), Line("never")], "s>a", "s>b", "a>j", "b>j", "j>never");
        var definition = Load(Sequence("root", inner, Line("after")), strategy: "Continue");
        var failed = Start(definition);

        var skipped = Resume(definition, WorkflowState.Parse(failed.State.ToJson()), new Stimulus.SkipIncident("i:i1"));
        skipped.Lines.ShouldBe(["after"]);
        skipped.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_skipped_activity_completes_with_the_outcomes_that_were_chosen_or_with_Done()
    {
        var definition = Load(Flowchart("f", [Activity("City.Ask", "h"), Line("yes"), Line("done")], "h.Yes>yes", "h.Done>done"), strategy: "Continue", catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask")));
        var failed = Start(definition, _ => HostResult.Fault("no"));

        Resume(definition, failed.State, new Stimulus.SkipIncident("i:i1", ["Yes"])).Lines.ShouldBe(["yes"]);
        Resume(definition, failed.State, new Stimulus.SkipIncident("i:i1", [])).Lines.ShouldBe(["done"]);
        Resume(definition, failed.State, new Stimulus.SkipIncident("i:i1")).Lines.ShouldBe(["done"]);
    }

    [Fact]
    public void An_activity_that_is_cut_off_takes_its_incident_along()
    {
        var branches = Activity("Elsa.Fork", "fork", ("joinMode", "WaitAny"), ("branches", new JsonArray(Activity("Elsa.Fault", "x"), Event("e"))));
        var definition = Load(Sequence("s", branches, Event("later")), strategy: "Continue");
        var failed = Start(definition);
        failed.State.OpenIncidents.ShouldHaveSingleItem();

        var result = Resume(definition, failed.State, new Stimulus.PublishEvent("e"));
        result.State.OpenIncidents.ShouldBeEmpty();
        result.State.LiveActivities.ShouldBe(["s", "later"]);
    }

    [Fact]
    public void A_failed_wait_keeps_no_bookmark_and_can_be_waited_for_again()
    {
        var definition = Load(Sequence("s", Event("e"), Line("after")), strategy: "Continue");
        var failed = Resume(definition, Start(definition).State, new Stimulus.FaultBookmark("i:1", "lost"));
        failed.State.Bookmarks.ShouldBeEmpty();

        var retried = Resume(definition, failed.State, new Stimulus.RetryIncident("i:i1"));
        retried.State.Bookmarks.ShouldHaveSingleItem().Id.ShouldBe("i:2");
        retried.State.OpenIncidents.ShouldBeEmpty();
        Resume(definition, retried.State, new Stimulus.PublishEvent("e")).Lines.ShouldBe(["after"]);
    }

    [Theory]
    [InlineData("Retry")]
    [InlineData("Skip")]
    [InlineData("Fault")]
    [InlineData("Resume")]
    [InlineData("Task")]
    [InlineData("Elapse")]
    public void A_decision_on_what_is_not_there_is_refused(string decision)
    {
        var definition = Load(Event("e"));
        var state = Start(definition).State;
        var result = Resume(definition, state, decision switch
        {
            "Retry" => new Stimulus.RetryIncident("i:i1"),
            "Skip" => new Stimulus.SkipIncident("i:i1"),
            "Fault" => new Stimulus.FaultBookmark("i:2", "no"),
            "Resume" => new Stimulus.ResumeBookmark("i:2"),
            "Task" => new Stimulus.TaskCompleted("i:2"),
            _ => new Stimulus.Elapse("i:2"),
        });

        (result.Applied, result.Refusal).ShouldBe((false, decision is "Retry" or "Skip" ? "The incident is not open (any more)." : "The bookmark is not open (any more)."));
        result.State.ShouldBeSameAs(state);
        result.Outputs.Count.ShouldBe(0);
    }
}
