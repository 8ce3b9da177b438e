using System.Text.Json.Nodes;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;
using static Governance.Tests.Processes.CaseWay;
using static Governance.Tests.Processes.TestFlows;

namespace Governance.Tests.Processes;

/// <summary>Events from one case to others that wait for them.</summary>
public sealed class CaseEventsTests
{
    private const string Child = "child";
    private const string Parent = "parent";

    [Theory]
    [OnEachDatabase]
    public async Task An_event_reaches_the_cases_that_wait_for_it_and_are_known_by_the_id_and_is_not_kept(Provider provider)
    {
        const string Listener = "listener";
        await using var city = await FoundAsync(
            provider, Sequence(Listener, Activity("Elsa.Correlate", "known", ("correlationId", "{getInput('By')}")), Event("decided"), Answer("getOutputFrom('decided', 'result').Sum"), Event("decided-too")),
            Sequence(Parent, Activity("Elsa.PublishEvent", "tell", ("eventName", "decided"), ("correlationId", "{getInput('To')}"), ("payload", new JsonObject { ["Sum"] = 5_000 }))));
        var long1 = new string('x', 300) + "1";
        var long2 = new string('x', 300) + "2";
        var cases = new Dictionary<string, Guid>();
        foreach (var by in new[] { "a", "b", long1, long2 })
            cases[by] = await city.StartCaseAsync(Listener, inputs: new() { ["By"] = by });

        await PublishAsync("b");
        (await AnsweredAsync()).ShouldBe(["b"]);
        await PublishAsync(long1);
        (await AnsweredAsync()).ShouldBe(["b", long1]);
        await PublishAsync("c");
        (await AnsweredAsync()).ShouldBe(["b", long1]);
        await PublishAsync("");
        (await AnsweredAsync()).ShouldBe(["a", "b", long1, long2], ignoreOrder: true);

        // Who began to wait later does not get what was said before.
        (await city.StatusAsync(await city.StartCaseAsync(Listener, inputs: new() { ["By"] = "c" }))).ShouldBe(ProcessStatus.Suspended);
        (await city.Look(db => db.Set<Bookmark>().CountAsync(row => row.StimulusHash == Workflows.Bookmark.HashOfEvent("decided")))).ShouldBe(1);
        (await city.Look(db => db.Set<Bookmark>().CountAsync(row => row.StimulusHash == Workflows.Bookmark.HashOfEvent("decided-too")))).ShouldBe(4);
        await city.ShouldBeSoundAsync();

        async Task PublishAsync(string to)
        {
            (await city.StatusAsync(await city.StartCaseAsync(Parent, inputs: new() { ["To"] = to }))).ShouldBe(ProcessStatus.Finished);
            await city.DeliverAsync();
        }

        async Task<List<string>> AnsweredAsync()
        {
            var answered = new List<string>();
            foreach (var (by, id) in cases)
                if (await city.OutputAsync(id) == "5000")
                    answered.Add(by);
            return answered;
        }
    }

    /// <summary>It would go round twice a second for ever, and fill the journal.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task An_event_that_is_awaited_where_it_is_published_ends_in_an_incident(Provider provider)
    {
        var round = Activity("Elsa.While", "for-ever", ("condition", "{1 < 2}"));
        round["body"] = new JsonObject { ["id"] = "round", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray(Activity("Elsa.PublishEvent", "tell", ("eventName", "go")), Event("go")) };
        await using var city = await FoundAsync(provider, Sequence(Parent, round));
        var looping = await city.StartCaseAsync(Parent);

        await city.DeliverAsync();

        var incident = await city.Look(db => db.Set<Governance.Processes.Incident>().AsNoTracking().SingleAsync());
        (incident.InstanceId, incident.ActivityId).ShouldBe((looping, "tell"));
        incident.Message.ShouldContain("process.too-many-events");
        (await city.Look(db => db.Set<JournalStep>().CountAsync(row => row.InstanceId == looping && row.Stimulus != null))).ShouldBe(EventCall.MostInARow);
        (await city.StatusAsync(looping)).ShouldBe(ProcessStatus.Faulted);
        await city.ShouldBeSoundAsync();
    }

    /// <summary>The event was sent on when it was waited for; until it came, another had come.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task An_event_for_which_nobody_waits_any_more_is_dropped(Provider provider)
    {
        await using var city = await FoundAsync(provider, Sequence(Child, Event("go"), Event("end")), Sequence(Parent, Activity("Elsa.PublishEvent", "tell", ("eventName", "go"))));
        var child = await city.StartCaseAsync(Child);
        await city.StartCaseAsync(Parent);
        await city.Do(Actor.System, (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldHaveSingleItem());
        await city.SendEventAsync(child, "go");

        await city.DeliverAsync();

        WorkflowState.Parse((await city.CasesAsync(Child))[0].State).QueuedEvents.ShouldBeEmpty();
        await city.ShouldBeSoundAsync();
    }
}
