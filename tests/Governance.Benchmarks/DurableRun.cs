using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;

namespace Governance.Benchmarks;

/// <summary>A waiting case resumed, each resume one durable transaction with state, journal and bookmarks: how many a second, how much
/// processor, and whether that grows with the case's age or with the number of cases.</summary>
internal sealed class DurableRun(DatabaseProvider provider, int many)
{
    private const string Chain = "benchmark-chain";
    private const string Loop = "benchmark-loop";
    private const int Waits = 20;
    private const int Old = 10_000;
    private const int Clients = 8;

    /// <summary>Measures and prints.</summary>
    public async Task PrintAsync(CancellationToken ct)
    {
        await using var city = await BenchmarkCity.FoundAsync(provider, ct);
        await city.ChangeAsync(db => db.AddRange(Published(Chain, EngineRun.Approvals(Waits)), Published(Loop, EngineRun.Endless())), ct);
        Console.WriteLine($"\n## A resume on {provider}, durable, {Environment.ProcessorCount} cores\n\n| what | a second | ms of processor each |\n|---|---|---|");

        var chains = await StartAsync(city, Chain, 60, ct);
        // The runtime compiles what is hot twice; half of each case's waits are left for the measurement.
        await AtOnceAsync(city, await StartAsync(city, Chain, 200, ct), Waits - 1, ct);
        await OneByOneAsync(city, chains, Waits / 2, ct);
        Row("one after the other, definition of 60 activities", await OneByOneAsync(city, chains, Waits / 2, ct));
        chains = await StartAsync(city, Chain, 160, ct);
        Row($"{Clients} at once", await AtOnceAsync(city, chains, 5, ct));
        var rows = new Rows(2, 1);
        Row("raw: as many rows, one after the other", (await new RawLimit(city.Settings.Database).MeasureAsync(rows, 1, ct), 0));
        Row($"raw: as many rows, {Clients} at once", (await new RawLimit(city.Settings.Database).MeasureAsync(rows, Clients, ct), 0));

        var old = await StartAsync(city, Loop, 1, ct);
        await OneByOneAsync(city, old, Old, ct);
        await CompareAsync(city, "a case with 10 to 40 journal rows", () => StartAsync(city, Loop, 10, ct), $"one with {Old:N0}", () => Task.FromResult(old), 30, ct);

        var one = (await StartAsync(city, Chain, 1, ct))[0];
        await new Copies(city).CountAsync(ct);
        var few = await city.LookAsync(db => db.Set<ProcessInstance>().CountAsync(ct));
        var before = await MedianAsync(city, await StartAsync(city, Chain, 60, ct), Waits / 2, ct);
        await FillAsync(city, one, ct);
        var after = await MedianAsync(city, await StartAsync(city, Chain, 60, ct), Waits / 2, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nAmong {few:N0} cases {before.Ms:0.00} ms ({before.Cpu:0.00} ms of processor), among {many + few:N0} {after.Ms:0.00} ms ({after.Cpu:0.00}): {after.Ms / before.Ms:0.00} × (processor {after.Cpu / before.Cpu:0.00} ×)."));
    }

    private static void Row(string what, (double PerSecond, double Cpu) measured) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured.PerSecond:N0} | {(measured.Cpu > 0 ? measured.Cpu.ToString("0.00", CultureInfo.InvariantCulture) : "–")} |"));

    // In turns, so that a slower moment of the machine meets both.
    private static async Task CompareAsync(BenchmarkCity city, string young, Func<Task<List<Guid>>> youngCases, string old, Func<Task<List<Guid>>> oldCases, int times, CancellationToken ct)
    {
        var (a, b) = (await youngCases(), await oldCases());
        var (first, second) = (new List<(double Ms, double Cpu)>(), new List<(double Ms, double Cpu)>());
        for (var turn = 0; turn < 10; turn++)
        {
            first.Add(await MedianAsync(city, a, times / a.Count, ct));
            second.Add(await MedianAsync(city, b, times / b.Count, ct));
        }

        var (x, y) = (Middle(first), Middle(second));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA resume of {young}: {x.Ms:0.00} ms ({x.Cpu:0.00} ms of processor), of {old}: {y.Ms:0.00} ms ({y.Cpu:0.00}): {y.Ms / x.Ms:0.00} × (processor {y.Cpu / x.Cpu:0.00} ×)."));

        static (double Ms, double Cpu) Middle(List<(double Ms, double Cpu)> all) => (all.Select(one => one.Ms).Order().ElementAt(all.Count / 2), all.Select(one => one.Cpu).Order().ElementAt(all.Count / 2));
    }

    private static async Task<(double PerSecond, double Cpu)> OneByOneAsync(BenchmarkCity city, List<Guid> cases, int times, CancellationToken ct)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var turn = 0; turn < times; turn++)
            foreach (var instance in cases)
                await ResumeAsync(city, instance, ct);
        return (cases.Count * times / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / (cases.Count * times));
    }

    private static async Task<(double PerSecond, double Cpu)> AtOnceAsync(BenchmarkCity city, List<Guid> cases, int times, CancellationToken ct)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = ct }, async (instance, token) =>
        {
            for (var turn = 0; turn < times; turn++)
                await ResumeAsync(city, instance, token);
        });
        return (cases.Count * times / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / (cases.Count * times));
    }

    private static async Task<(double Ms, double Cpu)> MedianAsync(BenchmarkCity city, List<Guid> cases, int times, CancellationToken ct)
    {
        var all = new List<double>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var turn = 0; turn < times; turn++)
            foreach (var instance in cases)
            {
                var watch = Stopwatch.StartNew();
                await ResumeAsync(city, instance, ct);
                all.Add(watch.Elapsed.TotalMilliseconds);
            }

        return (all.Order().ElementAt(all.Count / 2), (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / all.Count);
    }

    // The names of a case's bookmarks are counted: no question is asked beside the resume itself.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, int> Next = new();

    private static Task<Done> ResumeAsync(BenchmarkCity city, Guid instance, CancellationToken ct) =>
        city.DoAsync(Actor.System, new FireTimer(instance, $"{instance:N}:{Next.AddOrUpdate(instance, 1, (_, number) => number + 1)}"), ct);

    private static async Task<List<Guid>> StartAsync(BenchmarkCity city, string definition, int count, CancellationToken ct)
    {
        var cases = new List<Guid>();
        for (var number = 0; number < count; number++)
            cases.Add(await city.StartAsync(definition, ct));
        return cases;
    }

    private async Task FillAsync(BenchmarkCity city, Guid instance, CancellationToken ct)
    {
        var sqlite = provider == DatabaseProvider.Sqlite;
        var copies = new Copies(city);
        await copies.OfAsync<ProcessInstance>(instance, many, new() { ["Id"] = Copies.Numbered(sqlite, 4, "n") }, ct);
        var mark = await city.LookAsync(db => db.Set<Bookmark>().Where(row => row.InstanceId == instance).Select(row => row.Id).SingleAsync(ct));
        await copies.OfAsync<Bookmark>(mark, many, new() { ["Id"] = Copies.Numbered(sqlite, 5, "n"), ["InstanceId"] = Copies.Numbered(sqlite, 4, "n"), ["Key"] = "'copy-' || n", ["FiresAt"] = "NULL" }, ct);
        await copies.CountAsync(ct);
    }

    private static PublishedDefinition Published(string id, JsonObject root)
    {
        var source = new JsonObject { ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["root"] = root }.ToJsonString();
        return new() { DefinitionId = id, Number = 1, Source = source, Sha256 = Workflows.WorkflowDefinition.HashOf(source), PublishedAt = DateTime.UtcNow, Note = "benchmark" };
    }
}
