using Governance.Tests.Databases;
using Npgsql;

namespace Governance.Resilience.Tests;

/// <summary>A node that is killed while it tells Hangfire of its sweeps leaves a lock behind.</summary>
public sealed class LeftLockTests
{
    [Fact]
    public async Task The_next_node_starts_all_the_same()
    {
        await using var city = await BusyCity.FoundAsync(Provider.PostgreSql, seed: 1);
        await city.StartAsync();
        await city.KillAsync();
        await using (var connection = new NpgsqlConnection(city.ConnectionString))
        {
            await connection.OpenAsync();
            await using var left = new NpgsqlCommand("INSERT INTO hangfire.lock (resource, updatecount, acquired) VALUES ('hangfire:lock:recurring-job:mail', 0, now() AT TIME ZONE 'UTC')", connection);
            await left.ExecuteNonQueryAsync();
        }

        await city.StartAsync();
        await city.FinishAsync();
    }
}
