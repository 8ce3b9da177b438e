using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Governance.Database.SqlServer;

/// <summary>SQL Server 2022 or later, READ_COMMITTED_SNAPSHOT on. EF's retrying strategy stays off: commands are repeated as a
/// whole by their behaviour.</summary>
public static class SqlServerProvider
{
    /// <summary>What <c>database migrate</c> sets once on the database: readers do not wait for writers, and verification may look at one
    /// unchanging view. Harmless to repeat.</summary>
    public static IReadOnlyList<string> Isolation { get; } =
    [
        "IF (SELECT [is_read_committed_snapshot_on] FROM sys.databases WHERE [name] = DB_NAME()) = 0 ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE",
        "IF (SELECT [snapshot_isolation_state] FROM sys.databases WHERE [name] = DB_NAME()) = 0 ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON",
    ];

    /// <summary>Puts the context on a SQL Server database.</summary>
    public static DbContextOptionsBuilder UseGovernanceSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlServer(connectionString, server => server
                .MigrationsAssembly(typeof(SqlServerProvider).Assembly.GetName().Name)
                .UseCompatibilityLevel(160))
            .AddInterceptors(new LockingQueries(UpdateLock.On), new SqlServerFaults());
}

/// <summary>For <c>dotnet ef</c> only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<GovernanceDb>
{
    /// <inheritdoc />
    public GovernanceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlServer("Server=localhost;Database=design");
        return new(options.Options);
    }
}
