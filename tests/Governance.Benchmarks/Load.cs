using System.Collections.Concurrent;
using System.Diagnostics;

namespace Governance.Benchmarks;

/// <summary>Sends operations: as fast as a number of clients can, or at a rate that does not wait for answers.</summary>
internal static class Load
{
    /// <summary>Closed loop: each client takes the next operation when its last one is answered.</summary>
    public static async Task<Measured> ByClientsAsync<T>(string operation, int clients, IEnumerable<T> items, Func<T, Task> send)
    {
        var waiting = new ConcurrentQueue<T>(items);
        var latencies = new ConcurrentBag<double>();
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (waiting.TryDequeue(out var item))
            {
                var begun = Stopwatch.GetTimestamp();
                await send(item);
                latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }));
        return new(operation, [.. latencies], whole.Elapsed);
    }

    /// <summary>Open loop: one operation begins every 1/rate seconds, answered or not; latencies count from the instant it was due.</summary>
    public static async Task<Measured> ByArrivalsAsync<T>(string operation, int perSecond, IEnumerable<T> items, Func<T, Task> send)
    {
        var latencies = new ConcurrentBag<double>();
        var whole = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var running = new List<Task>();
        foreach (var item in items)
        {
            await timer.WaitForNextTickAsync();
            var begun = Stopwatch.GetTimestamp();
            running.Add(MeasureAsync(item, begun));
        }

        await Task.WhenAll(running);
        return new(operation, [.. latencies], whole.Elapsed);

        async Task MeasureAsync(T item, long begun)
        {
            await send(item);
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }
}
