using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>A recorded instance lives again: on its own versions to the same bytes, through another version to what would have differed.</summary>
public sealed class Replays
{
    [Activity("Test.Ask")]
    [Outcomes("Yes", "No")]
    private sealed class Ask
    {
        [Input] public string Who { get; set; } = "";
        [Input(IsDetail = true)] public string Text { get; set; } = "";
        [Output] public string? By { get; set; }
    }

    [Activity("Test.Do")]
    private sealed class Do
    {
        [Input] public string What { get; set; } = "";
    }

    private static readonly ActivityCatalog Catalog = ActivityCatalog.BuiltIn.With(typeof(Ask)).With(typeof(Do));

    [Fact]
    public void What_the_host_answered_and_who_decided_is_in_the_record()
    {
        var lived = Lived();

        lived.State.Status.ShouldBe(WorkflowStatus.Finished);
        lived.Exact().State!.ToJson().ShouldBe(lived.State.ToJson());
        lived.Exact().Calls.Select(call => $"{call.ActivityId} {call.Inputs["Who"] ?? call.Inputs["What"]} {call.Answer.GetType().Name}").ShouldBe(["ask Rat Waiting", "do ada Completed"]);
        lived.Exact().Steps[1].Target.ShouldBe("ask");
    }

    [Fact]
    public void Random_numbers_and_the_clock_of_scripts_are_those_of_the_record()
    {
        var script = Sequence("s", Event("e"), Activity("Elsa.SetVariable", "v", ("variable", new JsonObject { ["id"] = "V" }), ("value", Js("Math.random() + newGuid() + new Date().toISOString()"))), Event("f"));
        var lived = new Recording(Load(script, """[{"id":"V","name":"V","typeName":"String"}]""")).Start().Give(new Stimulus.PublishEvent("e"));

        lived.Exact().State!.ToJson().ShouldBe(lived.State.ToJson());
        lived.State.ToJson().ShouldContain("2026-05-04T10:01:00.000Z");
    }

    [Fact]
    public void Incidents_that_were_tried_again_or_skipped_are_lived_again()
    {
        var answers = new Queue<HostResult>([HostResult.Fault("no line"), HostResult.Fault("no line"), HostResult.Done()]);
        var lived = new Recording(Chart("Continue"), call => call.ActivityType == "Test.Ask" ? HostResult.Wait() : answers.Dequeue()).Start().Answer("ask", "Yes");
        _ = lived.Give(new Stimulus.RetryIncident(lived.State.OpenIncidents[0].Id));
        _ = lived.Give(new Stimulus.SkipIncident(lived.State.OpenIncidents[0].Id, ["Done"]));

        lived.State.Status.ShouldBe(WorkflowStatus.Finished);
        lived.Exact().State!.ToJson().ShouldBe(lived.State.ToJson());
        lived.Through(lived.Definition).Comparison.Verdict.ShouldBe(ReplayVerdict.Same);
    }

    [Fact]
    public void A_case_that_was_moved_is_lived_again_on_both_versions()
    {
        var to = WorkflowDefinition.Load(Chart().Source.Replace("\"version\":1,\"name\"", "\"version\":2,\"name\"", StringComparison.Ordinal), Catalog);
        var lived = new Recording(Chart(), Host).Start().Move(to).Answer("ask", "Yes");

        var exact = lived.Exact();

        exact.Stop.ShouldBeNull();
        exact.State!.ToJson().ShouldBe(lived.State.ToJson());
        exact.State.DefinitionVersion.ShouldBe(2);
        lived.Through(to).Comparison.Verdict.ShouldBe(ReplayVerdict.Same);
    }

    [Fact]
    public void A_cancelled_case_stays_cancelled()
    {
        var lived = new Recording(Chart(), Host).Start().Give(new Stimulus.Cancel());

        lived.Exact().State!.Status.ShouldBe(WorkflowStatus.Cancelled);
        lived.Through(Chart()).Comparison.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void The_second_of_two_waits_of_one_activity_is_the_second_again()
    {
        var loop = Activity("Elsa.ParallelForEach", "p", ("items", Js("['a','b','c']")), ("body", Activity("Test.Ask", "ask", ("who", Js("getVariable('CurrentValue')")))));
        var lived = new Recording(Load(loop, catalog: Catalog), Host).Start();
        _ = lived.Give(new Stimulus.ResumeBookmark(lived.State.Bookmarks[1].Id, ["Yes"])).Give(new Stimulus.ResumeBookmark(lived.State.Bookmarks[^1].Id, ["No"]));

        lived.Exact().Steps.Select(step => step.Place).ShouldBe([0, 1, 1]);
        lived.Through(lived.Definition).Trace.State!.ToJson().ShouldBe(lived.State.ToJson());
    }

    [Fact]
    public void A_record_of_something_else_is_told_apart()
    {
        var lived = Lived();
        var other = Load(Flowchart("f", [Activity("Elsa.Start", "s"), AskOf("ask2", "Rat", "?")], "s>ask2"), catalog: Catalog);
        Replay.Exact(other, "i", lived.Steps).Stop.ShouldBe(new ReplayStop(0, "ask2", ReplayProblem.OtherCalls, "the record has no answer"));

        var silent = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Line("ask")], "s>ask"), catalog: Catalog);
        Replay.Exact(silent, "i", lived.Steps).Stop.ShouldBe(new ReplayStop(0, "ask", ReplayProblem.OtherCalls, "the record has an answer to it, but it was not asked"));

        Should.Throw<ArgumentException>(() => Replay.Exact(other, "i", [])).Message.ShouldStartWith("A record begins with the start of the instance.");
        Should.Throw<ArgumentException>(() => Replay.Exact(other, "i", [.. lived.Steps.Skip(1)]));
    }

    [Fact]
    public void A_move_that_cannot_have_been_is_told()
    {
        var gone = Load(Flowchart("f", [Line("a")]), catalog: Catalog);
        var lived = new Recording(Chart(), Host).Start();

        Replay.Exact(lived.First, "i", [.. lived.Steps, new RecordedStep.Moved(Now, gone)]).Stop.ShouldBe(new ReplayStop(1, "ask", ReplayProblem.NotMovable, "Gone"));
    }

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "a text", Change("Neue Frage", asked: "ask"), "OtherDetails", "0 ask Input Text" },
        { "who is asked", Change(who: "Ausschuss"), "AnotherWay", "0 ask Input Who" },
        { "what is done", Change(script: "'someone'"), "AnotherWay", "1 do Input What" },
        { "a way that is gone", Change(connect: "ask.Maybe>do"), "AnotherWay", "1 do Removed" },
        { "a way turned round", Change(connect: "ask.No>do"), "AnotherWay", "1 do Removed" },
        { "another activity at the place", Change(asked: "ask2"), "AnotherWay", "0 ask Removed|0 ask2 Added" },
        { "one more before", Change(extra: "first"), "AnotherWay", "0 ask Removed|0 first Added" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_would_have_differed_is_told_where_it_begins(string what, string changed, string verdict, string differences)
    {
        var (_, comparison) = Lived().Through(WorkflowDefinition.Load(changed, Catalog), Host);

        comparison.Verdict.ToString().ShouldBe(verdict, what);
        string.Join('|', comparison.Differences.Select(one => $"{one.Step} {one.ActivityId} {one.Change} {one.Input}".TrimEnd())).ShouldBe(differences, what);
    }

    [Fact]
    public void Both_values_of_an_input_are_told()
    {
        var difference = Lived().Through(WorkflowDefinition.Load(Change(who: "Ausschuss"), Catalog), Host).Comparison.Differences.ShouldHaveSingleItem();

        (difference.Before, difference.After, difference.IsOfTheWay).ShouldBe(("Rat", "Ausschuss", true));
    }

    [Fact]
    public void An_answer_that_is_none_any_more_and_a_wait_that_is_none_are_told()
    {
        var lived = Lived();
        var outcome = ActivityDescriptor.From(typeof(Ask)) with { Outcomes = ["No"] };
        var narrow = WorkflowDefinition.Load(Chart().Source, ActivityCatalog.BuiltIn.With(typeof(Do)).With([outcome]));
        lived.Through(narrow, Host).Comparison.Differences.Select(one => (one.Step, one.ActivityId, one.Change)).ShouldBe([(1, "ask", ReplayChange.OutcomeGone)]);

        // What was asked is now answered at once.
        var ended = lived.Through(WorkflowDefinition.Load(Change(who: "Ausschuss"), Catalog), call => HostResult.Done([call.ActivityType == "Test.Ask" ? "No" : "Done"]));
        ended.Comparison.Verdict.ShouldBe(ReplayVerdict.AnotherWay);
        ended.Comparison.Differences.Select(one => (one.ActivityId, one.Change, one.Before, one.After)).ShouldBe(
        [
            ("ask", ReplayChange.Input, "Rat", "Ausschuss"), ("ask", ReplayChange.Answer, "", "No"), ("ask", ReplayChange.WaitsNoMore, null, null), ("", ReplayChange.Status, "Suspended", "Finished"),
        ]);
        ended.Comparison.Differences.ShouldAllBe(one => one.IsOfTheWay);
        ended.Trace.Calls.ShouldHaveSingleItem().IsRecorded.ShouldBeFalse();
        ended.Trace.Stop.ShouldBe(new ReplayStop(1, "ask", ReplayProblem.Ended, "Finished"));
    }

    [Fact]
    public void A_failure_that_was_none_and_a_failure_that_is_none_any_more_are_told()
    {
        var lived = Lived();
        var failed = lived.Through(WorkflowDefinition.Load(Change(script: "getNothing().x"), Catalog), Host).Comparison;
        failed.Differences.ShouldContain(one => one.Change == ReplayChange.Incident && one.ActivityId == "do" && one.IsOfTheWay);

        var broken = new Recording(WorkflowDefinition.Load(Change(script: "getNothing().x"), Catalog), Host).Start().Answer("ask", "Yes");
        broken.State.Status.ShouldBe(WorkflowStatus.Faulted);
        broken.Through(Chart(), Host).Comparison.Differences.Select(one => (one.Change, one.IsOfTheWay)).ShouldBe([(ReplayChange.Added, true), (ReplayChange.NoIncident, true), (ReplayChange.Status, true)]);

        // The same activity fails for another reason.
        var otherwise = broken.Through(WorkflowDefinition.Load(Change(script: "getNobody().x"), Catalog), Host).Comparison.Differences.ShouldHaveSingleItem();
        (otherwise.Step, otherwise.ActivityId, otherwise.Change, otherwise.After!.Contains("getNobody", StringComparison.Ordinal)).ShouldBe((1, "do", ReplayChange.Incident, true));
    }

    [Fact]
    public void An_activity_of_another_type_and_a_wait_of_the_engines_own_are_told()
    {
        var typed = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Test.Do", "ask", ("what", Lit("x")))], "s>ask"), inputs: """[{"name":"Topic","type":"String"}]""", catalog: Catalog);
        Lived().Through(typed, Host).Comparison.Differences.Select(one => (one.Step, one.ActivityId, one.Change, one.Before, one.After, one.IsOfTheWay)).ShouldBe(
        [
            (0, "ask", ReplayChange.Type, "Test.Ask", "Test.Do", true), (0, "ask", ReplayChange.WaitsNoMore, null, null, true), (0, "", ReplayChange.Status, "Suspended", "Finished", true),
        ]);

        Lived().Through(WorkflowDefinition.Load(Change(extraEvent: true), Catalog), Host).Comparison.Differences.Select(one => (one.Step, one.ActivityId, one.Change, one.IsOfTheWay)).ShouldBe(
            [(1, "e", ReplayChange.Waits, true), (1, "", ReplayChange.Status, true)]);
    }

    [Fact]
    public void An_input_that_was_not_given_before_is_told()
    {
        WorkflowDefinition Asking(params (string, JsonNode?)[] inputs) => Load(Sequence("q", Activity("Test.Ask", "ask", inputs)), catalog: Catalog);
        var lived = new Recording(Asking(("who", Lit("Rat"))), Host).Start();

        var told = lived.Through(Asking(("who", Lit("Rat")), ("text", Lit("Frage"))), Host).Comparison;

        told.Differences.Select(one => (one.ActivityId, one.Change, one.Input, one.After)).ShouldBe([("ask", ReplayChange.Input, "Text", "Frage")]);
        told.Verdict.ShouldBe(ReplayVerdict.OtherDetails);
    }

    [Fact]
    public void Several_answers_to_one_question_are_taken_in_their_order_and_each_question_has_its_own()
    {
        var answers = new Queue<string>(["Yes", "No"]);
        var twice = new Recording(Load(Activity("Elsa.For", "l", ("start", Lit(1)), ("end", Lit(2)), ("body", AskOf("ask", "Rat", "?"))), catalog: Catalog), _ => HostResult.Done([answers.Dequeue()])).Start();
        Outcomes(twice.Through(twice.Definition).Trace).ShouldBe(["ask Yes", "ask No"]);

        answers = new(["Yes", "No"]);
        var two = new Recording(Load(Sequence("q", AskOf("a", "Rat", "?"), AskOf("b", "Rat", "?")), catalog: Catalog), _ => HostResult.Done([answers.Dequeue()])).Start();
        var (trace, comparison) = two.Through(Load(Sequence("q", AskOf("b", "Rat", "?"), AskOf("a", "Rat", "?")), catalog: Catalog));
        Outcomes(trace).ShouldBe(["b No", "a Yes"]);
        comparison.Verdict.ShouldBe(ReplayVerdict.Same);
        two.Through(two.Definition, _ => HostResult.Done(["Yes"])).Trace.Calls.ShouldAllBe(call => call.IsRecorded);

        // Several outcomes of one answer are told together.
        var both = two.Through(Load(Sequence("q", AskOf("a", "Amt", "?"), AskOf("b", "Rat", "?")), catalog: Catalog), _ => HostResult.Done(["No", "Yes"])).Comparison;
        both.Differences.ShouldContain(one => one.Change == ReplayChange.Answer && one.Before == "Yes" && one.After == "No, Yes");

        static IEnumerable<string> Outcomes(ReplayTrace trace) => trace.Calls.Select(call => $"{call.ActivityId} {((HostResult.Completed)call.Answer).Outcomes[0]}");
    }

    [Fact]
    public void The_second_of_two_failures_of_one_activity_is_the_second_again_and_where_fewer_wait_it_is_the_first()
    {
        static JsonObject Each(string items) => Activity("Elsa.ParallelForEach", "p", ("items", Js(items)), ("body", Activity("Test.Do", "do", ("what", Js("getVariable('CurrentValue')")))));
        var failing = new Recording(Load(Each("['a','b','c']"), strategy: "Continue", catalog: Catalog), call => (string?)call.Inputs["What"] == "a" ? HostResult.Wait() : HostResult.Fault("no line")).Start();
        _ = failing.Give(new Stimulus.SkipIncident(failing.State.OpenIncidents[1].Id, ["Done"]));

        failing.Exact().Steps.Select(step => (step.Target, step.Place)).ShouldBe([(null, 0), ("do", 1)]);
        failing.Through(failing.Definition).Trace.State!.ToJson().ShouldBe(failing.State.ToJson());

        var waiting = new Recording(Load(Each("['a','b','c']"), catalog: Catalog), _ => HostResult.Wait()).Start();
        _ = waiting.Give(new Stimulus.ResumeBookmark(waiting.State.Bookmarks[2].Id, ["Done"]));
        var fewer = waiting.Through(Load(Each("['a','b']"), catalog: Catalog)).Trace;
        fewer.Stop.ShouldBeNull();
        fewer.State!.Bookmarks.Select(bookmark => bookmark.Id).ShouldBe([fewer.Steps[0].Waiting[1].Id]);
    }

    [Fact]
    public void What_is_for_no_activity_stops_at_none()
    {
        var lived = new Recording(Load(Sequence("q", Event("e")))).Start().Give(new Stimulus.PublishEvent("e"));

        lived.Through(Load(Sequence("q", Line("w")))).Trace.Stop.ShouldBe(new ReplayStop(1, "", ReplayProblem.Ended, "Finished"));
    }

    [Fact]
    public void An_incident_that_would_not_be_there_to_be_skipped_is_told()
    {
        var lived = new Recording(Chart("Continue"), call => call.ActivityType == "Test.Ask" ? HostResult.Wait() : HostResult.Fault("no line")).Start().Answer("ask", "Yes");
        _ = lived.Give(new Stimulus.SkipIncident(lived.State.OpenIncidents[0].Id));
        var without = WorkflowDefinition.Load(Change(connect: "ask.No>do", strategy: "Continue", extraEvent: true), Catalog);

        var (trace, comparison) = lived.Through(without, Host);

        trace.Stop.ShouldBe(new ReplayStop(2, "do", ReplayProblem.NotWaiting, null));
        comparison.Verdict.ShouldBe(ReplayVerdict.AnotherWay);
    }

    [Fact]
    public void Stimuli_are_kept_as_they_came()
    {
        Stimulus[] all =
        [
            new Stimulus.ResumeBookmark("b"), new Stimulus.ResumeBookmark("b", ["Yes", "No"], new() { ["n"] = 9007199254740993, ["t"] = "ü" }), new Stimulus.FaultBookmark("b", "why"),
            new Stimulus.PublishEvent("e"), new Stimulus.PublishEvent("e", new JsonObject { ["x"] = 1 }), new Stimulus.Elapse("b"), new Stimulus.TaskCompleted("b", 5),
            new Stimulus.RetryIncident("i"), new Stimulus.SkipIncident("i"), new Stimulus.SkipIncident("i", ["Done"]), new Stimulus.Cancel(),
        ];
        foreach (var stimulus in all)
        {
            var back = Stimulus.Parse(JsonNode.Parse(stimulus.ToJson().ToJsonString()));
            back.GetType().ShouldBe(stimulus.GetType());
            back.ToJson().ToJsonString().ShouldBe(stimulus.ToJson().ToJsonString());
        }
        Stimulus.Parse(all[0].ToJson()).ShouldBe(all[0]);
        foreach (var wrong in new[] { "null", "{}", "[]", "5", """{"resume":5}""" }) Should.Throw<FormatException>(() => Stimulus.Parse(JsonNode.Parse(wrong)));
    }

    [Fact]
    public void A_replay_is_fed_what_it_asks_and_nothing_else()
    {
        var replay = Replay.Through(WorkflowDefinition.Load(Change(who: "Ausschuss"), Catalog), "i", Lived().Steps, Lived().Exact());

        Should.Throw<InvalidOperationException>(() => replay.Feed(HostResult.Wait())).Message.ShouldBe("No host call waits for a result.");
        replay.Next()!.ActivityId.ShouldBe("ask");
        replay.Instant.ShouldBe(Now);
        Should.Throw<InvalidOperationException>(replay.Next);
        Should.Throw<InvalidOperationException>(() => replay.Trace).Message.ShouldStartWith("The replay has not ended");
    }

    private static HostResult Host(HostCall call) => call.ActivityType == "Test.Ask" ? HostResult.Wait() : HostResult.Done();

    private static Recording Lived() => new Recording(Chart(), Host).Start(new() { ["Topic"] = "Sensoren" }).Answer("ask", "Yes");

    private static WorkflowDefinition Chart(string strategy = "Fault") => WorkflowDefinition.Load(Change(strategy: strategy), Catalog);

    private static JsonObject AskOf(string id, string who, string text) => Activity("Test.Ask", id, ("who", Lit(who)), ("text", Lit(text)));

    private static string Change(
        string text = "Frage", string who = "Rat", string script = "getOutputFrom('ask', 'By')", string connect = "ask.Yes>do", string asked = "ask", string? extra = null, string strategy = "Fault", bool extraEvent = false)
    {
        List<JsonObject> children = [Activity("Elsa.Start", "s"), AskOf(asked, who, text), Activity("Test.Do", "do", ("what", Js(asked == "ask" ? script : "'x'")))];
        List<string> ways = [extra is null ? $"s>{asked}" : $"s>{extra}", asked == "ask" ? connect : $"{asked}.Yes>do"];
        if (extra is not null)
        {
            children.Add(AskOf(extra, "Amt", "Zuerst?"));
            ways.Add($"{extra}.Yes>{asked}");
        }
        if (extraEvent)
        {
            children.Add(Event("e"));
            ways.Add("ask.Yes>e");
        }
        return Workflow(Flowchart("f", children, [.. ways]), strategy: strategy, inputs: """[{"name":"Topic","type":"String"}]""");
    }
}
