using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Governance.Database.SqlServer;

/// <summary>SQL Server 2022 or later, READ_COMMITTED_SNAPSHOT on. EF's retrying strategy stays off: commands are repeated as a
/// whole by their behaviour.</summary>
public static class SqlServerProvider
{
    /// <summary>Puts the context on a SQL Server database.</summary>
    public static DbContextOptionsBuilder UseGovernanceSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlServer(connectionString, server => server
                .MigrationsAssembly(typeof(SqlServerProvider).Assembly.GetName().Name)
                .UseCompatibilityLevel(160))
            .AddInterceptors(new LockingQueries(UpdateLock.On));
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
