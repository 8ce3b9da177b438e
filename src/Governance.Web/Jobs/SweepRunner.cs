using System.Collections.Concurrent;
using System.Diagnostics;
using Governance.Telemetry;
using Hangfire;

namespace Governance.Web.Jobs;

/// <summary>Runs one sweep by its name; in one process never twice at once. Hangfire calls it each minute, a commit at once.</summary>
public sealed class SweepRunner(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Runs it. Not repeated by Hangfire after a fault: the next minute does that.</summary>
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("{0}")]
    public async Task RunAsync(string name, CancellationToken ct)
    {
        var gate = _gates.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ObserveAsync(scope.ServiceProvider.GetServices<ISweep>().Single(sweep => sweep.Name == name), ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task ObserveAsync(ISweep sweep, CancellationToken ct)
    {
        using var span = Signals.Spans.StartActivity("sweep " + sweep.Name);
        var started = Stopwatch.GetTimestamp();
        var result = Signals.Ok;
        try
        {
            await sweep.RunAsync(ct);
        }
        catch (Exception fault)
        {
            result = fault.GetType().Name;
            span?.SetStatus(ActivityStatusCode.Error, result);
            throw;
        }
        finally
        {
            span?.SetTag(Signals.Sweep, sweep.Name).SetTag(Signals.Result, result);
            Signals.SweepDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new(Signals.Sweep, sweep.Name), new(Signals.Result, result));
        }
    }
}
