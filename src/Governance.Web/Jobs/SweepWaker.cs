using Governance.Persistence;

namespace Governance.Web.Jobs;

/// <summary>Runs the sweeps right after a commit of this process. Sweeps commit too and wake each other until nothing is due; commits
/// meanwhile are one signal.</summary>
public sealed class SweepWaker(CommitSignal signal, SweepRunner runner, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SweepWaker> log) : BackgroundService
{
    // A city that is busy commits hundreds of times a second; looking for due rows twice a second is soon enough for a mail.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string[] names;
        await using (var scope = scopes.CreateAsyncScope())
            names = [.. scope.ServiceProvider.GetServices<ISweep>().Where(sweep => sweep.RunsAfterCommits).Select(sweep => sweep.Name)];
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(stoppingToken);
            await Task.Delay(Together, clock, stoppingToken);
            foreach (var name in names)
                await RunAsync(name, stoppingToken);
        }
    }

    private async Task RunAsync(string name, CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(name, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogError(fault, "Sweep {Name} failed; it runs again within a minute", name);
        }
    }
}
