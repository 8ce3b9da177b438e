using Hangfire;

namespace Governance.Web.Jobs;

/// <summary>Registers every sweep with Hangfire, once a minute.</summary>
public sealed class SweepSchedule(IRecurringJobManager jobs, IServiceScopeFactory scopes) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>())
        {
            var name = sweep.Name;
            jobs.AddOrUpdate<SweepRunner>(name, runner => runner.RunAsync(name, CancellationToken.None), Cron.Minutely());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
