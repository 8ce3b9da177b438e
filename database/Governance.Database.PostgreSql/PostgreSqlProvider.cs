using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Governance.Database.PostgreSql;

/// <summary>PostgreSQL 15 or later. EF's retrying strategy stays off: commands are repeated as a whole by their behaviour.</summary>
public static class PostgreSqlProvider
{
    /// <summary>Puts the context on a PostgreSQL database.</summary>
    public static DbContextOptionsBuilder UseGovernancePostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(Prepared(connectionString), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name))
            .AddInterceptors(new LockingQueries(text => text + "\nFOR UPDATE"), new PostgreSqlFaults());

    // The same statements come again and again: each is planned once a connection. Off with "Max Auto Prepare=0", for poolers that cannot.
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = 200;
        return settings.ConnectionString;
    }
}

/// <summary>For <c>dotnet ef</c> only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<GovernanceDb>
{
    /// <inheritdoc />
    public GovernanceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernancePostgreSql("Host=localhost;Database=design");
        return new(options.Options);
    }
}
