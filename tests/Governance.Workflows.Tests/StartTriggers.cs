using System.Globalization;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Instances that begin by themselves: by which activities, when, and how they go on from there.</summary>
public sealed class StartTriggers
{
    private const string Variables = """[{"id":"got","name":"Got","typeName":"Object"}]""";

    [Fact]
    public void Triggers_are_the_timers_and_events_that_may_start_the_workflow()
    {
        var definition = Load(Flowchart("f",
        [
            CanStart(Activity("Elsa.Timer", "timer", ("interval", Lit("00:30:00")))), CanStart(Activity("Elsa.Cron", "cron", ("cronExpression", Lit("0 0 6 * * *")))),
            CanStart(Activity("Elsa.StartAt", "once", ("dateTime", Js("'2026-06-01T08:00:00Z'")))), CanStart(Activity("Elsa.StartAt", "over", ("dateTime", Lit("2026-01-01T08:00:00Z")))),
            CanStart(Activity("Elsa.Event", "event", ("eventName", Js("getPlan() + '-closed'")))), CanStart(Line("line")), Event("waits"),
        ]), """[{"id":"p","name":"Plan","typeName":"String","value":"budget"}]""");

        StartTrigger.Of(definition, Now).Select(trigger => (trigger.ActivityId, trigger.EventName, trigger.Due, trigger.IsRepeated, trigger.Problem)).ShouldBe(
        [
            ("timer", null, Now.AddMinutes(30), true, null), ("cron", null, new DateTimeOffset(2026, 5, 5, 6, 0, 0, TimeSpan.Zero), true, null),
            ("once", null, new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), false, null), ("over", null, null, false, null), ("event", "budget-closed", null, false, null),
        ]);
        StartTrigger.Of(definition, Now)[4].StimulusHash.ShouldBe(Bookmark.HashOfEvent("budget-closed"));
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "soon", "\"soon\" is no time span.")]
    [InlineData("Elsa.Timer", "interval", "00:00:00", "its interval is no time; a longer one would be right.")]
    [InlineData("Elsa.Cron", "cronExpression", "daily", "\"daily\" is no CRON expression of six fields, seconds first.")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 0 30 2 *", "The CRON expression \"0 0 0 30 2 *\" has no next time.")]
    [InlineData("Elsa.StartAt", "dateTime", "Monday", "\"Monday\" is no instant.")]
    [InlineData("Elsa.Event", "eventName", "", "it names no event; a name would be right.")]
    public void A_trigger_by_which_nothing_can_begin_is_found_before_publishing(string type, string input, string value, string told)
    {
        var definition = Load(Sequence("s", CanStart(Activity(type, "t", (input, Js($"'{value}'"))))));

        StartTrigger.Of(definition, Now).ShouldHaveSingleItem().Problem.ShouldNotBeNull().ToString(CultureInfo.InvariantCulture).ShouldBe("nothing can begin by it: " + told);
        var problem = DefinitionValidator.Validate(definition).ShouldHaveSingleItem();
        (problem.Check, problem.Severity, problem.ActivityId, problem.Message).ShouldBe(("unusable-trigger", ProblemSeverity.Error, "t", "nothing can begin by it: " + told));
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "'00:30:00'")]
    [InlineData("Elsa.Delay", "timeSpan", "'9999999.00:00:00'")]
    public void A_time_that_is_too_long_is_told_and_no_crash(string type, string input, string value)
    {
        var trigger = CanStart(Activity(type, "t", (input, Js(value))));
        StartTrigger.Of(Load(Sequence("s", trigger)), DateTimeOffset.MaxValue.AddMinutes(-1)).Count(found => found.Problem is null).ShouldBe(0);
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "01:00:00")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 6 * * *")]
    [InlineData("Elsa.StartAt", "dateTime", "2027-01-01")]
    [InlineData("Elsa.Event", "eventName", "e")]
    public void A_flowchart_begins_at_the_trigger_which_waits_only_when_it_is_reached_again(string type, string input, string value)
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("other"), CanStart(Activity(type, "t", (input, Lit(value)))), Line("a")], "s>other", "t>a", "a>t"));

        var result = Begin(definition, "t");

        (result.Status, string.Join(' ', result.Lines)).ShouldBe((WorkflowStatus.Suspended, "a"));
        result.State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("t");
    }

    [Fact]
    public void What_comes_with_the_event_is_its_result()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Trigger("t"), LineJs("a", "getGot().n + 1")], "t>a"), Variables);
        Begin(definition, "t", new JsonObject { ["n"] = 4 }).Lines.ShouldBe(["5"]);
    }

    [Fact]
    public void In_a_sequence_all_before_the_trigger_runs_and_the_trigger_does_not_wait() =>
        Begin(Load(Sequence("s", Line("a"), CanStart(Event("t")), Line("b"))), "t").Lines.ShouldBe(["a", "b"]);

    [Fact]
    public void A_trigger_that_is_reached_after_a_wait_waits_itself()
    {
        var definition = Load(Sequence("s", Event("e"), CanStart(Event("t")), Line("b")));
        var waited = Resume(definition, Begin(definition, "t").State, new Stimulus.PublishEvent("e"));
        (waited.Status, waited.State.Bookmarks.ShouldHaveSingleItem().ActivityId).ShouldBe((WorkflowStatus.Suspended, "t"));
    }

    [Fact]
    public void Whoever_starts_the_workflow_itself_waits_at_the_trigger() =>
        Start(Load(Sequence("s", CanStart(Event("t")), Line("b")))).State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("t");

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAny")]
    public void Joins_and_loops_are_those_of_the_way_from_the_trigger_also_after_a_wait(string mode)
    {
        // From the start the ways of x and y lead back to the join, from the trigger they are loops.
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Join("j", mode), Event("x"), Event("y"), Trigger("t"), Line("end")], "s>j", "t>x", "t>y", "x>j", "y>j", "j>end"), Variables);

        var (both, one) = (Begin(definition, "t"), mode == "WaitAll" ? "" : "end");

        both.State.Bookmarks.Count.ShouldBe(2);
        var first = Resume(definition, WorkflowState.Parse(both.State.ToJson()), new Stimulus.PublishEvent("x"));
        (first.Status, string.Join(' ', first.Lines)).ShouldBe((mode == "WaitAll" ? WorkflowStatus.Suspended : WorkflowStatus.Finished, one));
        if (mode == "WaitAll")
            Resume(definition, WorkflowState.Parse(first.State.ToJson()), new Stimulus.PublishEvent("y")).Lines.ShouldBe(["end"]);
    }

    [Fact]
    public void A_connection_back_is_judged_from_where_the_instance_began()
    {
        // From the start one gets to b past a, so that b>a is no loop there; from the trigger every way goes through a.
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Line("b"), Trigger("t")], "s>a", "s>b", "a>b", "b>a", "t>a"), Variables);

        var begun = Begin(definition, "t");
        var turned = Resume(definition, WorkflowState.Parse(begun.State.ToJson()), new Stimulus.PublishEvent("a"));

        (turned.Status, string.Join(' ', turned.Lines), turned.State.Bookmarks.ShouldHaveSingleItem().ActivityId).ShouldBe((WorkflowStatus.Suspended, "b", "a"));
        Resume(definition, Start(definition).State, new Stimulus.PublishEvent("a")).Incidents.ShouldHaveSingleItem().Message.ShouldContain("is no loop");
    }

    [Fact]
    public void It_is_moved_with_where_it_began()
    {
        var from = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Event("a"), Line("b"), Trigger("t")], "s>a", "s>b", "a>b", "b>a", "t>a"), Variables);
        var to = WorkflowDefinition.Load(from.Source.Replace("\"version\":1,\"name\":\"test\"", "\"version\":2,\"name\":\"test\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
        to.Version.ShouldBe(2);

        var moved = StateMove.Of(Begin(from, "t").State, from, to).State!;

        Resume(to, moved, new Stimulus.PublishEvent("a")).State.Bookmarks.ShouldHaveSingleItem().ActivityId.ShouldBe("a");
    }

    [Fact]
    public void It_is_lived_again_from_its_record()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Trigger("t"), LineJs("a", "getGot()"), Event("e"), Line("b")], "t>a", "a>e", "e>b"), Variables);
        var recording = new Recording(definition).Start(trigger: new("t", "told")).Give(new Stimulus.PublishEvent("e"));

        recording.Exact().State!.ToJson().ShouldBe(recording.State.ToJson());
        recording.State.Status.ShouldBe(WorkflowStatus.Finished);
        var elsewhere = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Trigger("t"), Event("e")], "s>e"), Variables);
        recording.Through(elsewhere).Comparison.Verdict.ShouldBe(ReplayVerdict.AnotherWay);
    }

    [Fact]
    public void What_begins_by_itself_is_in_the_journal_in_a_form_that_is_read_again()
    {
        var trigger = new Workflows.Trigger("t\ud800", new JsonObject { ["a"] = "b\udc00" });
        var entry = Drive(WorkflowRun.Start(Load(Sequence("s", Line("a"))), "i", [], Context(), "c", trigger)).Journal[2];

        entry.Event.ShouldBe(JournalEvent.InstanceTriggered);
        var read = Workflows.Trigger.Parse(JsonNode.Parse(entry.Detail!.ToJsonString()));
        (read.ActivityId, read.Payload!.ToJsonString()).ShouldBe(("t\ufffd", """{"a":"b\uFFFD"}"""));
        Should.Throw<FormatException>(() => Workflows.Trigger.Parse(new JsonObject())).Message.ShouldBe("This is no trigger.");
        Workflows.Trigger.Parse(new Workflows.Trigger("x").ToJson()).ShouldBe(new("x"));
    }

    [Fact]
    public void What_a_trigger_leads_to_is_reachable()
    {
        var chart = Flowchart("f", [Activity("Elsa.Start", "s"), Line("a"), CanStart(Event("t")), Line("b"), CanStart(Line("c"))], "s>a", "t>b");
        DefinitionValidator.Validate(Load(chart)).Select(problem => $"{problem.Check} {problem.ActivityId}").ShouldBe(["unreachable c"]);
    }

    [Fact]
    public void A_way_from_a_trigger_that_never_ends_is_an_error() =>
        DefinitionValidator.Validate(Load(Flowchart("f", [Activity("Elsa.Start", "s"), CanStart(Event("t")), Event("b"), Event("c")], "t>b", "b>c", "c>b")))
            .Select(problem => $"{problem.Check} {problem.ActivityId}").ShouldBe(["never-ends t"]);

    [Fact]
    public void A_trigger_in_a_workflow_that_is_used_as_an_activity_starts_only_that_one()
    {
        var used = WorkflowDefinition.Load(Workflow(Sequence("inner", CanStart(Event("t")))).Replace("\"definitionId\":\"test\"", "\"definitionId\":\"inner\"", StringComparison.Ordinal), ActivityCatalog.BuiltIn);
        StartTrigger.Of(used, Now).Count.ShouldBe(1);
        StartTrigger.Of(Load(Sequence("s", Activity("inner", "u")), catalog: ActivityCatalog.BuiltIn.WithWorkflow(used)), Now).ShouldBeEmpty();
    }

    private static JsonObject CanStart(JsonObject activity)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }

    private static JsonObject Trigger(string id) => CanStart(Activity("Elsa.Event", id, ("eventName", Lit("e-" + id)), ("result", JsonNode.Parse("""{"typeName":"Object","memoryReference":{"id":"got"}}"""))));

    private static RunResult Begin(WorkflowDefinition definition, string activity, JsonNode? payload = null) =>
        Drive(WorkflowRun.Start(definition, "i", [], Context(), correlationId: null, new(activity, payload)));

    private static RunResult Drive(WorkflowRun run)
    {
        while (run.Next() is not null) run.Feed(HostResult.Wait());
        return run.Result;
    }
}
