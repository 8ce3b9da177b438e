using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The rules of one burst: how it is driven, where it ends, and what is left of branches that were cut off.</summary>
public sealed class Bursts
{
    private static readonly ActivityCatalog Ask = ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask"));

    [Theory]
    [InlineData(4, WorkflowStatus.Finished)]
    [InlineData(3, WorkflowStatus.Faulted)]
    public void A_burst_has_as_many_activities_as_its_limit_allows(int limit, WorkflowStatus status)
    {
        // The sequence and three lines.
        var definition = Load(Sequence("s", Line("a"), Line("b"), Line("c")), strategy: "Continue");
        var result = Start(definition, limits: new RunLimits { MaxActivitiesPerBurst = limit });

        result.Status.ShouldBe(status);
        if (status == WorkflowStatus.Finished) return;
        result.Lines.ShouldBe(["a", "b"]);
        var incident = result.Incidents.ShouldHaveSingleItem();
        (incident.ActivityId, incident.ActivityType, incident.Open, incident.Message).ShouldBe(("c", "Elsa.WriteLine", false, "More than 3 activities ran without a wait; is this an endless loop?"));
    }

    [Fact]
    public void Beyond_the_limit_nothing_that_was_queued_runs_and_one_incident_tells_so()
    {
        var result = Start(Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Line("a"), Line("b"), Line("c"), Line("d"))))), limits: new RunLimits { MaxActivitiesPerBurst = 2 });
        result.Lines.ShouldBe(["a"]);
        result.Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe("b");
    }

    [Fact]
    public void A_branch_that_was_left_before_it_began_waits_for_nothing_and_asks_nobody()
    {
        var left = new JsonArray(Line("a"), Event("e"), Activity("City.Ask", "h"), Sequence("q", Sequence("r", Event("f"))), Line("b"));
        var definition = Load(Sequence("s", Activity("Elsa.Fork", "fork", ("joinMode", "WaitAny"), ("branches", left)), Event("later")), catalog: Ask);
        var result = Start(definition, _ => throw new InvalidOperationException("must not be asked"));

        result.Lines.ShouldBe(["a", "b"]);
        result.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("later");
        result.State.LiveActivities.ShouldBe(["s", "later"]);
        result.Journal.Where(e => e.Event == JournalEvent.Canceled).Select(e => e.ActivityId).ShouldBe(["e", "h", "f", "r", "q"]);
    }

    [Fact]
    public void An_answer_is_asked_for_before_the_run_goes_on()
    {
        var run = WorkflowRun.Start(Load(Activity("City.Ask", "h"), catalog: Ask), "i", [], Context());

        Should.Throw<InvalidOperationException>(() => run.Feed(HostResult.Done())).Message.ShouldBe("No host call waits for a result.");
        Should.Throw<InvalidOperationException>(() => run.Result).Message.ShouldBe("The burst has not ended: call Next until it returns null.");
        run.Next().ShouldNotBeNull();
        Should.Throw<InvalidOperationException>(run.Next).Message.ShouldBe("Feed the result of the host call first.");
        run.Feed(HostResult.Done());
        Should.Throw<InvalidOperationException>(() => run.Feed(HostResult.Done())).Message.ShouldBe("No host call waits for a result.");
        run.Next().ShouldBeNull();
        run.Next().ShouldBeNull();
        run.Result.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_call_tells_the_host_all_it_needs()
    {
        var definition = Load(Activity("City.Ask", "h", ("question", Lit("why")), ("Days", Js("1 + 1")), ("text", Lit("{}"))), catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask") { Inputs = [new("Question", "String", "", false, null)] }));
        var call = WorkflowRun.Start(definition, "i", [], Context()).Next().ShouldNotBeNull();

        (call.ActivityId, call.ActivityType, call.BookmarkId, call.InstanceId, call.Inputs.ToJsonString()).ShouldBe(("h", "City.Ask", "i:1", "i", """{"Question":"why","Days":2,"text":"{}"}"""));
    }

    [Fact]
    public void What_was_written_so_far_can_be_read_between_two_calls()
    {
        var run = WorkflowRun.Start(Load(Sequence("s", Line("a"), Activity("City.Ask", "h"), Line("b")), catalog: Ask), "i", [], Context());
        run.Next();
        run.Lines.ShouldBe(["a"]);
        run.Feed(HostResult.Done());
        run.Next();
        run.Result.Lines.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void An_outcome_that_the_activity_does_not_have_is_an_incident()
    {
        var catalog = ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask") { Outcomes = ["Yes"] });
        Start(Load(Activity("City.Ask", "h"), catalog: catalog), _ => HostResult.Done(["Yes", "Perhaps"])).Incidents.ShouldHaveSingleItem().Message.ShouldBe("The activity \"h\" (City.Ask) has no outcome \"Perhaps\".");
        Start(Load(Activity("City.Ask", "h"), catalog: Ask), _ => HostResult.Done(["Anything"])).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_activity_type_is_an_incident() =>
        Start(Load(Activity("City.Gone", "x"))).Incidents.ShouldHaveSingleItem().Message.ShouldBe("The activity type City.Gone is unknown.");

    [Fact]
    public void Of_two_branches_the_fault_of_one_lets_the_other_run_to_its_wait_and_keeps_nothing()
    {
        var definition = Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Activity("Elsa.Fault", "x"), Sequence("s", Line("a"), Activity("City.Ask", "h"))))), catalog: Ask);
        var result = Start(definition, _ => throw new InvalidOperationException("must not be asked"));

        result.Status.ShouldBe(WorkflowStatus.Faulted);
        result.Lines.ShouldBe(["a"]);
        result.Journal.ShouldContain(e => e.Event == JournalEvent.Canceled && e.ActivityId == "h");
        (result.State.LiveActivities.Count, result.State.Bookmarks.Count, result.State.OpenIncidents.Count).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("Elsa.Fault", "Elsa.Finish", WorkflowStatus.Faulted)]
    [InlineData("Elsa.Finish", "Elsa.Fault", WorkflowStatus.Finished)]
    public void The_first_end_counts(string first, string second, WorkflowStatus status)
    {
        var result = Start(Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Activity(first, "x"), Activity(second, "y"), Line("a"))))));
        result.Status.ShouldBe(status);
        result.Lines.Count.ShouldBe(0);
        result.Incidents.Count.ShouldBe(status == WorkflowStatus.Faulted ? 1 : 0);
    }

    [Fact]
    public void An_ended_instance_keeps_its_outputs_and_name_and_nothing_else()
    {
        var definition = Load(Sequence("s", Activity("Elsa.SetName", "n", ("value", Lit("N"))), Activity("Elsa.Correlate", "c", ("correlationId", Lit("K 1"))), Activity("Elsa.SetOutput", "o", ("outputName", Lit("Sum")), ("outputValue", Js("2 + 3"))),
            Activity("Elsa.RunJavaScript", "r", ("script", Lit("7"))), LineJs("w", "getLastResult() + getOutputFrom('r')")), inputs: """[{"name":"A","type":"Int32"}]""");
        var result = Start(definition, inputs: new() { ["A"] = 1 });

        result.State.ToJson().ShouldBe("""{"schema":2,"instance":"i","definition":"test","version":1,"status":"Finished","correlation":"K 1","name":"N","next":[8,1,1,15],"outputs":{"Sum":5}}""");
        result.Outputs.ToJsonString().ShouldBe("""{"Sum":5}""");
    }

    [Fact]
    public void A_cancelled_instance_keeps_neither_incidents_nor_events()
    {
        var definition = Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Activity("Elsa.Fault", "x"), Event("e")))), strategy: "Continue");
        var state = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("early")).State;
        (state.OpenIncidents.Count, state.QueuedEvents.Count).ShouldBe((1, 1));

        Resume(definition, state, new Stimulus.Cancel()).State.ToJson().ShouldBe("""{"schema":2,"instance":"i","definition":"test","version":1,"status":"Cancelled","next":[5,2,2,11]}""");
    }

    [Fact]
    public void A_suspended_instance_keeps_what_scripts_will_read()
    {
        var definition = Load(Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Lit("7"))), Activity("Elsa.RunJavaScript", "unread", ("script", Lit("null"))), Activity("Elsa.Delay", "d"),
            LineJs("w", "getLastResult() + ' ' + getOutputFrom('r') + ' ' + getInput('A')")), inputs: """[{"name":"A","type":"Int32"}]""");
        var state = Start(definition, inputs: new() { ["A"] = 1 }).State.ToJson();

        state.ShouldContain("\"activityOutputs\":{\"r:Result\":7},\"lastResult\":7");
        Resume(definition, WorkflowState.Parse(state), new Stimulus.Elapse("i:1")).Lines.ShouldBe(["7 7 1"]);
    }

    [Fact]
    public void A_state_belongs_to_one_version_of_one_definition()
    {
        var state = WorkflowState.Parse(Start(Load(Event("e"))).State.ToJson());
        Should.Throw<ArgumentException>(() => Resume(Renamed("\"version\":1,\"name\"", "\"version\":2,\"name\""), state, new Stimulus.Cancel())).Message.ShouldStartWith("The state belongs to test version 1, not to test version 2.");
        Should.Throw<ArgumentException>(() => Resume(Renamed("\"definitionId\":\"test\"", "\"definitionId\":\"other\""), state, new Stimulus.Cancel())).Message.ShouldStartWith("The state belongs to test version 1, not to other version 1.");

        static WorkflowDefinition Renamed(string from, string to) => WorkflowDefinition.Load(Workflow(Event("e")).Replace(from, to, StringComparison.Ordinal), ActivityCatalog.BuiltIn);
    }

    [Fact]
    public void New_bookmarks_and_those_that_are_gone_are_told_apart_from_those_that_stay()
    {
        var definition = Load(Activity("Elsa.Parallel", "p", ("activities", new JsonArray(Sequence("s", Event("a"), Event("b")), Event("c")))));
        var result = Resume(definition, Start(definition).State, new Stimulus.PublishEvent("a"));

        result.CreatedBookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("b");
        result.BurntBookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("a");
        result.State.Bookmarks.Select(b => b.Id).ShouldBe(["i:1", "i:3"]);
    }
}
