using Governance.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Web.Api;

/// <summary>Ready means: the database answers.</summary>
public sealed class DatabaseCheck(GovernanceDb db) : IHealthCheck
{
    internal const string Ready = "ready";

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
