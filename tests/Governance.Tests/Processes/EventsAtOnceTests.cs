using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Persistence;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Bookmark = Governance.Processes.Bookmark;
using JournalEvent = Governance.Workflows.JournalEvent;

namespace Governance.Tests.Processes;

/// <summary>Two different events sent to one case at the same instant. <c>GOVERNANCE_LONG_TESTS=1</c> does so 10,000 times on each database.</summary>
public sealed class EventsAtOnceTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("GOVERNANCE_LONG_TESTS") == "1" ? 100 : 3;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("GOVERNANCE_LONG_TESTS") == "1" ? 100 : 20;

    [Theory]
    [OnEachDatabase]
    public async Task Both_are_applied_and_no_case_is_stuck(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Do(city["admin"], new PublishDefinition(Definition(), "pairs of events"));
        var cases = new List<Guid>();
        for (var number = 0; number < Cases; number++)
            await city.Change(async services => cases.Add((await services.GetRequiredService<ProcessRunner>().StartAsync("pairs", Guid.CreateVersion7(), [], default)).Value.Id));

        foreach (var instance in cases)
            for (var round = 0; round < Rounds; round++)
                (await Race.BothAsync(() => SendAsync(city, instance, "first"), () => SendAsync(city, instance, "second"))).ShouldAllBe(sent => sent.IsSuccess);

        (await city.Look(db => db.Set<Bookmark>().CountAsync())).ShouldBe(0);
        (await city.Look(db => db.Set<ProcessInstance>().CountAsync(row => row.Status == ProcessStatus.Finished))).ShouldBe(Cases);
        var steps = await city.Look(db => db.Set<JournalStep>().AsNoTracking().OrderBy(row => row.First).ToListAsync());
        foreach (var journal in steps.GroupBy(row => row.InstanceId))
        {
            journal.Count().ShouldBe(1 + (2 * Rounds));
            var completed = journal.SelectMany(row => JournalStep.Read(row.Entries)).Where(entry => entry.Event == JournalEvent.Completed).CountBy(entry => entry.Activity).ToDictionary();
            (completed["first"], completed["second"]).ShouldBe((Rounds, Rounds));
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    private static async Task<Result> SendAsync(TestCity city, Guid instance, string name)
    {
        Result sent = default;
        await city.Change(async services => sent = await services.GetRequiredService<ProcessRunner>()
            .ResumeAsync((await services.GetRequiredService<GovernanceDb>().LockAsync<ProcessInstance>(instance, default))!, new Stimulus.PublishEvent(name), default));
        return sent;
    }

    // In each round it waits for both.
    private static string Definition() => new JsonObject
    {
        ["definitionId"] = "pairs",
        ["name"] = "pairs",
        ["version"] = 1,
        ["root"] = new JsonObject
        {
            ["id"] = "rounds", ["type"] = "Elsa.For", ["start"] = Input("Int32", 1), ["end"] = Input("Int32", Rounds), ["step"] = Input("Int32", 1),
            ["body"] = new JsonObject { ["id"] = "both", ["type"] = "Elsa.Parallel", ["activities"] = new JsonArray(Event("first"), Event("second")) },
        },
    }.ToJsonString();

    private static JsonObject Event(string id) => new() { ["id"] = id, ["type"] = "Elsa.Event", ["eventName"] = Input("String", id) };

    private static JsonObject Input(string type, JsonNode value) => new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
