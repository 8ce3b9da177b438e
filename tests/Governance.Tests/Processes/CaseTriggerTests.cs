using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using static Governance.Tests.Processes.CaseWay;
using static Governance.Tests.Processes.TestFlows;

namespace Governance.Tests.Processes;

/// <summary>Cases that nobody starts: every so often, by a calendar, once, or by an event that another case publishes.</summary>
public sealed class CaseTriggerTests
{
    private const string Flow = "flow";
    private const string Teller = "teller";

    [Theory]
    [OnEachDatabase]
    public async Task A_case_begins_each_time_and_times_that_passed_meanwhile_are_made_up_for_once(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Flow, Timer("01:00:00"), Event("go")));
        var published = city.Clock.GetUtcNow();
        (await DueAtAsync(city)).ShouldBe([published.AddHours(1).UtcDateTime]);

        city.Clock.Advance(TimeSpan.FromMinutes(59));
        await FireAsync(city);
        (await city.CasesAsync(Flow)).ShouldBeEmpty();
        city.Clock.Advance(TimeSpan.FromMinutes(3));
        await FireAsync(city);

        // The next time is an hour after the first, not after the sweep.
        (await DueAtAsync(city)).ShouldBe([published.AddHours(2).UtcDateTime]);
        var begun = (await city.CasesAsync(Flow)).ShouldHaveSingleItem();
        (begun.Status, begun.IsAboutItself, begun.ParentId).ShouldBe((ProcessStatus.Suspended, true, null));

        city.Clock.Advance(TimeSpan.FromDays(3));
        await FireAsync(city);
        (await city.CasesAsync(Flow)).Count.ShouldBe(2);
        (await DueAtAsync(city)).ShouldBe([city.Clock.GetUtcNow().AddHours(1).UtcDateTime]);
        await city.ShouldBeSoundAsync();
        await city.Look(db => db.Set<CaseTrigger>().ExecuteDeleteAsync());
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldHaveSingleItem().Code.ShouldBe("definition.trigger-missing");
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_calendar_and_an_instant_begin_cases_and_an_instant_does_so_once(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var now = city.Clock.GetUtcNow();
        await city.PublishAsync(Of(Flow, Chart(
            CanStart(Activity("Elsa.Cron", "daily", ("cronExpression", "0 0 6 * * *"))), CanStart(Activity("Elsa.StartAt", "once", ("dateTime", now.AddMinutes(1).ToString("O")))),
            CanStart(Activity("Elsa.StartAt", "over", ("dateTime", now.AddMinutes(-1).ToString("O")))))));
        (await city.Look(db => db.Set<CaseTrigger>().OrderBy(row => row.ActivityId).Select(row => row.ActivityId).ToListAsync())).ShouldBe(["daily", "once"]);

        city.Clock.Advance(TimeSpan.FromDays(1));
        await FireAsync(city);

        (await city.CasesAsync(Flow)).Select(one => one.Status).ShouldBe([ProcessStatus.Finished, ProcessStatus.Finished]);
        var left = (await city.Look(db => db.Set<CaseTrigger>().AsNoTracking().ToListAsync())).ShouldHaveSingleItem();
        (left.ActivityId, left.FiresAt!.Value.TimeOfDay, left.FiresAt > city.Clock.GetUtcNow().UtcDateTime).ShouldBe(("daily", TimeSpan.FromHours(6), true));
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_calendar_that_says_every_second_begins_one_case_a_minute(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Flow, CanStart(Activity("Elsa.Cron", "every", ("cronExpression", "* * * * * *")))));
        city.Clock.Advance(TimeSpan.FromSeconds(5));
        await FireAsync(city);

        (await DueAtAsync(city)).ShouldBe([city.Clock.GetUtcNow().AddMinutes(1).UtcDateTime]);
        (await city.CasesAsync(Flow)).Count.ShouldBe(1);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_two_nodes_find_due_at_once_begins_once(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Flow, Timer("01:00:00"), Event("go")));
        for (var turn = 1; turn <= 10; turn++)
        {
            city.Clock.Advance(TimeSpan.FromHours(1));
            var due = (await city.Do(Actor.System, new DueTriggers(10))).ShouldHaveSingleItem();

            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => city.Do(Actor.System, due))));

            (await city.CasesAsync(Flow)).Count.ShouldBe(turn);
            (await city.Do(Actor.System, new DueTriggers(10))).ShouldBeEmpty();
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task Another_version_begins_by_its_own_triggers_and_a_retired_one_by_none(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Flow, Timer("01:00:00"), Event("go")));
        await city.PublishAsync(Sequence(Flow, Timer("02:00:00"), Event("go")));
        var now = city.Clock.GetUtcNow().UtcDateTime;
        (await DueAtAsync(city)).ShouldBe([now.AddHours(2)]);

        // Of a version on which nothing begins nothing changes.
        city.Clock.Advance(TimeSpan.FromMinutes(30));
        await city.Do(city["admin"], new RetireDefinition(Flow, 1, Retired: true, "Versuch"));
        (await DueAtAsync(city)).ShouldBe([now.AddHours(2)]);
        await city.Do(city["admin"], new RetireDefinition(Flow, 1, Retired: false, "Versuch"));
        await city.Do(city["admin"], new RetireDefinition(Flow, 2, Retired: true, "Versuch"));
        (await DueAtAsync(city)).ShouldBe([now.AddMinutes(90)]);
        var details = await city.Do(city["office"], new GetDefinition(Flow, 1));
        details.Starts.ShouldHaveSingleItem().At.ShouldBe(now.AddMinutes(90));
        (await city.Do(city["office"], new GetDefinition(Flow, 2))).Starts.ShouldBeEmpty();
        var due = await city.Look(db => db.Set<CaseTrigger>().Select(row => row.Id).SingleAsync());
        await city.Do(city["admin"], new RetireDefinition(Flow, 1, Retired: true, "Versuch"));
        (await DueAtAsync(city)).ShouldBeEmpty();

        // What was found due just before begins no more.
        city.Clock.Advance(TimeSpan.FromDays(1));
        await city.Do(Actor.System, new FireTrigger(due));
        (await city.CasesAsync(Flow)).ShouldBeEmpty();
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_event_begins_a_case_about_the_same_proposal_with_what_came_with_it(Provider provider)
    {
        await using var city = await FoundAsync(
            provider, Sequence(Flow, CanStart(Event("told")), Answer("getOutputFrom('told', 'result').Sum"), Event("later")),
            Sequence(Teller, Activity("Elsa.PublishEvent", "tell", ("eventName", "told"), ("correlationId", "c-1"), ("payload", new JsonObject { ["Sum"] = 5 }))));
        var subject = Guid.CreateVersion7();
        var teller = await city.StartCaseAsync(Teller, subject: subject);

        await city.DeliverAsync();

        var begun = (await city.CasesAsync(Flow)).ShouldHaveSingleItem();
        (begun.SubjectId, begun.ParentId, begun.ParentBookmark, begun.Depth, begun.CorrelationId, begun.IsAboutItself).ShouldBe((subject, teller, null, 1, "c-1", false));
        (await city.OutputAsync(begun.Id)).ShouldBe("5");
        (await city.Do(city["office"], new GetDefinition(Flow))).Starts.ShouldHaveSingleItem().EventName.ShouldBe("told");
        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_singleton_begins_no_second_case_while_one_runs_not_even_by_two_triggers_at_once(Provider provider)
    {
        await using var city = await FoundAsync(provider, With("Singleton", Of(Flow, Chart(CanStart(Activity("Elsa.Timer", "a", ("interval", "01:00:00"))), Event("go"), CanStart(Activity("Elsa.Timer", "b", ("interval", "01:00:00"))), Event("stay")))));
        for (var turn = 1; turn <= 5; turn++)
        {
            city.Clock.Advance(TimeSpan.FromHours(1));
            var due = await city.Do(Actor.System, new DueTriggers(10));
            due.Count.ShouldBe(2);
            await Task.WhenAll(due.Concat(due).Select(one => Task.Run(() => city.Do(Actor.System, one))));

            var cases = await city.CasesAsync(Flow);
            (cases.Count, cases.Count(one => !one.HasEnded)).ShouldBe((turn, 1));
            await city.StimulateAsync(cases.Single(one => !one.HasEnded).Id, new Stimulus.Cancel());
        }

        await city.ShouldBeSoundAsync();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_begins_by_an_event_once_for_each_correlation_id_is_told_so_by_its_strategy(Provider provider)
    {
        await using var city = await FoundAsync(
            provider, With("CorrelatedSingleton", Sequence(Flow, CanStart(Event("told")), Event("later"))), With("Correlation", Sequence("other", CanStart(Event("told")), Event("later"))),
            Sequence("free", CanStart(Event("told")), Event("later")), Sequence(Teller, Activity("Elsa.PublishEvent", "tell", ("eventName", "told"), ("correlationId", "{getInput('To')}"))));

        // The third awaits no id; of the first two each begins once for an id, the second not while the first runs that is known by it.
        await TellAsync("a", (1, 0, 1));
        await TellAsync("a", (1, 0, 2));
        await TellAsync("b", (2, 0, 3));
        await TellAsync("", (2, 1, 4));
        await TellAsync("", (2, 2, 5));
        await city.ShouldBeSoundAsync();

        async Task TellAsync(string to, (int, int, int) begun)
        {
            await city.StartCaseAsync(Teller, inputs: new() { ["To"] = to });
            await city.DeliverAsync();
            ((await city.CasesAsync(Flow)).Count, (await city.CasesAsync("other")).Count, (await city.CasesAsync("free")).Count).ShouldBe(begun);
        }
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_begins_by_the_event_that_it_publishes_comes_to_an_end(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Flow, CanStart(Event("told")), Activity("Elsa.PublishEvent", "tell", ("eventName", "told"))), Sequence(Teller, Activity("Elsa.PublishEvent", "tell", ("eventName", "told"))));
        await city.StartCaseAsync(Teller);

        await city.DeliverAsync();

        var cases = await city.CasesAsync(Flow);
        (cases.Count, cases[^1].Status).ShouldBe((OtherCases.MostDepth, ProcessStatus.Faulted));
        (await city.Look(db => db.Set<Governance.Processes.Incident>().Select(row => row.Message).SingleAsync())).ShouldEndWith("(process.too-deep)");
    }

    [Theory]
    [OnEachDatabase]
    public async Task An_event_on_its_way_begins_nothing_once_another_version_awaits_another(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Flow, CanStart(Event("told"))), Sequence(Teller, Activity("Elsa.PublishEvent", "tell", ("eventName", "told"))));
        await city.StartCaseAsync(Teller);
        await city.Do(Actor.System, (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldHaveSingleItem());
        await city.PublishAsync(Sequence(Flow, CanStart(Event("other"))));

        await city.DeliverAsync();

        (await city.CasesAsync(Flow)).ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_belongs_to_no_proposal_stops_at_a_step_that_needs_one_and_can_be_ended(Provider provider)
    {
        // By an event one cannot know before whether there will be a proposal.
        await using var city = await TestCity.FoundAsync(provider);
        await city.PublishAsync(Sequence(Teller, Timer("01:00:00"), Activity("Elsa.PublishEvent", "tell", ("eventName", "told"))));
        var asks = JsonNode.Parse(Sequence(Flow, CanStart(Event("told")), Activity("Governance.SetStatus", "mark", ("stage", "Noted"))))!.AsObject();
        asks["options"] = new JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };
        await city.PublishAsync(asks.ToJsonString());

        city.Clock.Advance(TimeSpan.FromHours(1));
        await FireAsync(city);
        await city.DeliverAsync();

        var incident = await city.Look(db => db.Set<Governance.Processes.Incident>().AsNoTracking().SingleAsync());
        incident.Message.ShouldEndWith("(process.no-proposal)");
        var line = (await city.Do(city["admin"], new ListIncidents(null, 10))).ShouldHaveSingleItem();
        line.Number.ShouldBeNull();
        var details = await city.Do(city["admin"], new GetIncident(line.Id));
        (details.CanEnd, details.EndsProposal).ShouldBe((true, false));
        await city.Do(city["admin"], new ResolveIncident(incident.Id, IncidentAct.Cancel, null, "Versuch"));
        (await city.CasesAsync(Flow))[0].Status.ShouldBe(ProcessStatus.Cancelled);
        await city.ShouldBeSoundAsync();
    }

    [Fact]
    public void What_begins_at_a_time_may_not_need_a_proposal()
    {
        Problems(Sequence(Flow, Timer("01:00:00"), Activity("Governance.SetStatus", "mark", ("stage", "Noted"))))
            .ShouldBe(["no-proposal mark: what begins by 'every' is about no proposal, which Governance.SetStatus needs; Elsa.PublishEvent, for which the cases of proposals wait, would be right."]);
        Problems(Sequence(Flow, CanStart(Event("told")), Activity("Governance.SetStatus", "mark", ("stage", "Noted")))).ShouldBeEmpty();

        // The other way of the chart is that of whoever submits a proposal.
        Problems(Of(Flow, Chart(Activity("Elsa.Start", "start"), Activity("Governance.SetStatus", "mark", ("stage", "Noted")), Timer("01:00:00"), Event("go")))).ShouldBeEmpty();

        static IEnumerable<string> Problems(string source) => DefinitionCheck.Of(WorkflowDefinition.Load(source, ActivityRegistry.Catalog)).Where(problem => problem.Check == "no-proposal").Select(problem => $"{problem.Check} {problem.ActivityId}: {problem.Message}");
    }

    private static string With(string strategy, string source)
    {
        var definition = JsonNode.Parse(source)!.AsObject();
        definition["options"] = new JsonObject { ["activationStrategyType"] = $"Elsa.Workflows.Runtime.ActivationValidators.{strategy}Strategy, Elsa.Workflows.Runtime" };
        return definition.ToJsonString();
    }

    // Pairs of activities, each a way of its own.
    private static JsonObject Chart(params JsonObject[] activities) => new()
    {
        ["id"] = "root",
        ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. activities.Chunk(2).Where(pair => pair.Length == 2 && activities.Length % 2 == 0).Select(pair => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = (string?)pair[0]["id"], ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = (string?)pair[1]["id"], ["port"] = "In" },
        })]),
    };

    private static JsonObject Timer(string interval) => CanStart(Activity("Elsa.Timer", "every", ("interval", interval)));

    private static async Task FireAsync(TestCity city)
    {
        foreach (var due in await city.Do(Actor.System, new DueTriggers(100)))
            await city.Do(Actor.System, due);
    }

    private static Task<List<DateTime?>> DueAtAsync(TestCity city) => city.Look(db => db.Set<CaseTrigger>().Select(row => row.FiresAt).ToListAsync());
}
