using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>What makes a waiting instance go on, and what is refused because it meets nothing.</summary>
public sealed class Stimuli
{
    [Theory]
    [InlineData("e", null, true)]
    [InlineData("e", "c1", true)]
    [InlineData("e", "c2", false)]
    [InlineData("other", null, false)]
    [InlineData("other", "c1", false)]
    public void An_instance_waits_for_an_event_by_its_name_and_where_one_is_given_its_correlation_id(string name, string? correlationId, bool waits)
    {
        var state = Start(Load(Sequence("s", Activity("Elsa.Correlate", "c", ("correlationId", Lit("c1"))), Event("e")))).State;

        new EventCall(name, correlationId, null).IsAwaitedBy(state).ShouldBe(waits);
    }

    [Fact]
    public void A_delay_goes_on_when_its_time_has_come_and_not_before()
    {
        var definition = Load(Sequence("s", Activity("Elsa.Delay", "d", ("timeSpan", Lit("01:00:00"))), Line("after")));
        var state = Start(definition).State;
        var bookmark = state.Bookmarks.ShouldHaveSingleItem();

        bookmark.Due.ShouldBe(Now.AddHours(1));
        Resume(definition, state, new Stimulus.Elapse(bookmark.Id)).Refusal.ShouldBe("The bookmark is due at 2026-05-04T11:00:00.0000000+00:00, not yet.");
        ResumeAt(definition, state, new Stimulus.Elapse(bookmark.Id), Now.AddHours(1)).Lines.ShouldBe(["after"]);
    }

    [Fact]
    public void A_timer_without_an_interval_waits_a_minute_as_in_Elsa() =>
        Start(Load(Sequence("s", Activity("Elsa.Timer", "t")))).State.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(Now.AddMinutes(1));

    [Fact]
    public void A_timer_waits_for_its_interval_and_a_start_for_its_instant()
    {
        Start(Load(Activity("Elsa.Timer", "t", ("interval", Lit("00:00:05"))))).State.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(Now.AddSeconds(5));
        Start(Load(Activity("Elsa.StartAt", "t", ("dateTime", Lit("2026-05-04T10:00:01"))))).State.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(Now.AddSeconds(1));
        Start(Load(Activity("Elsa.StartAt", "t", ("dateTime", Lit("2026-05-04T10:00:00Z"))))).Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "\"soon\" is no time span.")]
    [InlineData("Elsa.StartAt", "dateTime", "\"soon\" is no instant.")]
    public void What_is_no_time_is_an_incident(string type, string input, string message) =>
        Start(Load(Activity(type, "t", (input, Lit("soon"))))).Incidents.ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void A_task_that_is_done_brings_its_result()
    {
        var task = Activity("Elsa.RunTask", "t", ("taskName", Lit("Check")), ("payload", Lit("p")), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v" } }));
        var definition = Load(Sequence("s", task, LineJs("w", "getV().ok")), """[{"id":"v","name":"V","typeName":"Object"}]""");
        var state = Start(definition).State;
        var bookmark = state.Bookmarks.ShouldHaveSingleItem();

        bookmark.Payload!.ToJsonString().ShouldBe("""{"taskName":"Check","payload":"p"}""");
        Resume(definition, state, new Stimulus.Elapse(bookmark.Id)).Refusal.ShouldBe("The bookmark has no due time.");
        Resume(definition, state, new Stimulus.TaskCompleted(bookmark.Id, new JsonObject { ["ok"] = 5 })).Lines.ShouldBe(["5"]);
        Resume(definition, state, new Stimulus.ResumeBookmark(bookmark.Id, null, new JsonObject { ["Result"] = new JsonObject { ["ok"] = 6 } })).Lines.ShouldBe(["6"]);
    }

    [Fact]
    public void A_bookmark_of_something_else_is_no_task()
    {
        var definition = Load(Event("e"));
        var state = Start(definition).State;
        Resume(definition, state, new Stimulus.TaskCompleted(state.Bookmarks[0].Id)).Refusal.ShouldBe("The bookmark is no task.");
    }

    [Fact]
    public void What_an_activity_waits_for_may_fail()
    {
        var definition = Load(Sequence("s", Event("e"), Line("after")), strategy: "Continue");
        var state = Start(definition).State;

        var failed = Resume(definition, state, new Stimulus.FaultBookmark(state.Bookmarks[0].Id, "The child has faulted."));

        failed.Lines.ShouldBeEmpty();
        failed.State.Bookmarks.ShouldBeEmpty();
        var incident = failed.State.OpenIncidents.ShouldHaveSingleItem();
        (incident.ActivityId, incident.ActivityType, incident.Message, incident.Open).ShouldBe(("e", "Elsa.Event", "The child has faulted.", true));
        failed.Journal.ShouldContain(entry => entry.Event == JournalEvent.Faulted && entry.Detail!.GetValue<string>() == "The child has faulted.");
    }

    [Fact]
    public void An_incident_is_skipped_with_an_outcome_that_its_activity_has()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.FlowDecision", "d", ("condition", Js("nobody()"))), Line("yes"), Line("no")], "d.True>yes", "d.False>no"), strategy: "Continue");
        var state = Start(definition).State;
        var id = state.OpenIncidents.ShouldHaveSingleItem().Id;

        Resume(definition, state, new Stimulus.SkipIncident(id, ["Maybe"])).Refusal.ShouldBe("The activity \"d\" has no outcome \"Maybe\"; it has True, False.");
        Resume(definition, state, new Stimulus.SkipIncident("i:i99")).Refusal.ShouldBe("The incident is not open (any more).");
        var skipped = Resume(definition, state, new Stimulus.SkipIncident(id, ["False"]));
        skipped.Lines.ShouldBe(["no"]);
        skipped.Journal.Select(entry => entry.Event).ShouldContain(JournalEvent.Skipped);
    }

    [Fact]
    public void An_ended_instance_says_how_it_ended()
    {
        var definition = Load(Line("a"));
        Resume(definition, Start(definition).State, new Stimulus.Cancel()).Refusal.ShouldBe("The instance has ended (Finished).");
    }

    [Fact]
    public void An_event_that_comes_early_is_kept_once_and_delivered_once()
    {
        var definition = Load(Sequence("s", Event("first"), Event("second"), Line("a"), Event("second"), Line("b")));
        var early = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("second", JsonValue.Create(1)));

        early.State.QueuedEvents.ShouldBe(["second"]);
        early.Journal.ShouldContain(entry => entry.Event == JournalEvent.EventQueued && entry.ActivityId == "" && entry.Detail!.GetValue<string>() == "second");
        var stored = WorkflowState.Parse(early.State.ToJson());
        stored.ToJson().ShouldBe(early.State.ToJson());
        var later = Resume(definition, stored, new Stimulus.PublishEvent("first"));
        later.Lines.ShouldBe(["a"]);
        later.State.QueuedEvents.ShouldBeEmpty();
    }

    [Fact]
    public void An_event_reaches_all_who_wait_for_it_and_no_other()
    {
        var definition = Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Sequence("x", Event("e1", "go"), Line("a")), Sequence("y", Event("e2", "go"), Line("b")), Sequence("z", Event("e3", "stay"), Line("c"))))));
        var result = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("go"));

        result.Lines.ShouldBe(["a", "b"]);
        result.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("e3");
        result.BurntBookmarks.Count.ShouldBe(2);
        result.CreatedBookmarks.ShouldBeEmpty();
    }

    private static RunResult ResumeAt(WorkflowDefinition definition, WorkflowState state, Stimulus stimulus, DateTimeOffset at)
    {
        var run = WorkflowRun.Resume(definition, state, stimulus, new(at, 42));
        run.Next().ShouldBeNull();
        return run.Result;
    }
}
