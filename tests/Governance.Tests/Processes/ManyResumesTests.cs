using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.People;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Bookmark = Governance.Processes.Bookmark;
using JournalEvent = Governance.Workflows.JournalEvent;

namespace Governance.Tests.Processes;

/// <summary>elsa-core#7223: resumes in rapid succession. <c>GOVERNANCE_LONG_TESTS=1</c> resumes 20,000 bookmarks on each database.</summary>
public sealed class ManyResumesTests(ITestOutputHelper output)
{
    private const int Clients = 16;
    private const int Waits = 20;
    private static readonly int Cases = Environment.GetEnvironmentVariable("GOVERNANCE_LONG_TESTS") == "1" ? 1_000 : 15;

    /// <summary>The bookmarks of one case come one after the other in the clients' queue: most of the time several clients have the same case.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task Elsa7223_bookmarks_resumed_as_fast_as_sixteen_clients_can_are_resumed_once_each_and_none_is_stuck(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.Do(city["admin"], new PublishDefinition(Definition(), "many waits"));
        var cases = new List<Guid>();
        for (var number = 0; number < Cases; number++)
            await city.Change(async services => cases.Add((await services.GetRequiredService<ProcessRunner>().StartAsync("many-waits", Guid.CreateVersion7(), [], default)).Value.Id));
        city.Clock.Advance(TimeSpan.FromHours(1));
        var timers = await city.Look(db => db.Set<Bookmark>().OrderBy(row => row.InstanceId).Select(row => new FireTimer(row.InstanceId, row.Key)).ToListAsync());
        timers.Count.ShouldBe(Cases * Waits);

        var (watch, queue) = (Stopwatch.StartNew(), new ConcurrentQueue<FireTimer>(timers));
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var timer))
                (await city.Send(Actor.System, timer)).Error.ShouldBeNull();
        })));
        output.WriteLine($"{provider}: {timers.Count} bookmarks of {Cases} cases by {Clients} clients in {watch.Elapsed.TotalSeconds:0.0} s");

        (await city.Look(db => db.Set<Bookmark>().CountAsync())).ShouldBe(0);
        (await city.Look(db => db.Set<ProcessInstance>().CountAsync(row => row.Status == ProcessStatus.Finished))).ShouldBe(Cases);
        var steps = await city.Look(db => db.Set<JournalStep>().AsNoTracking().OrderBy(row => row.First).ToListAsync());
        foreach (var journal in steps.GroupBy(row => row.InstanceId))
        {
            journal.Count().ShouldBe(Waits + 1);
            var completed = journal.SelectMany(row => JournalStep.Read(row.Entries)).Where(entry => entry.Event == JournalEvent.Completed).Select(entry => entry.Activity).ToList();
            completed.Where(activity => activity.StartsWith("wait", StringComparison.Ordinal)).Order().ShouldBe(Enumerable.Range(0, Waits).Select(number => $"wait{number}").Order());
            completed.Count(activity => activity == "after").ShouldBe(1);
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    // A fork of so many waits, and a join that waits for all of them.
    private static string Definition()
    {
        var waits = Enumerable.Range(0, Waits).Select(number => Activity($"wait{number}", "Elsa.Delay", "timeSpan", "00:10:00"));
        var ways = Enumerable.Range(0, Waits).SelectMany(number => new[] { Way("start", $"wait{number}"), Way($"wait{number}", "join") }).Append(Way("join", "after"));
        return new JsonObject
        {
            ["definitionId"] = "many-waits",
            ["name"] = "many-waits",
            ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start" }, .. waits, Activity("join", "Elsa.FlowJoin", "mode", "WaitAll"), Activity("after", "Elsa.SetName", "value", "done")]),
                ["connections"] = new JsonArray([.. ways]),
            },
        }.ToJsonString();

        static JsonNode Activity(string id, string type, string input, string value) => new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            [input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } },
        };

        static JsonNode Way(string from, string to) => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
    }
}
