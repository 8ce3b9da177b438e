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
            .UseNpgsql(Kept(connectionString), npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name))

            // No key is ever changed: a row that refers to a locked one may be written meanwhile, as a case that ends tells its locked parent.
            .AddInterceptors(new LockingQueries(text => text + "\nFOR NO KEY UPDATE"), new PostgreSqlFaults());

    // A connection is used again and again. The same statements come each time: each is planned once a connection; off with
    // "Max Auto Prepare=0", for poolers that cannot. And nothing is set on a connection that outlives its transaction, so that the seven
    // statements which would take it back cost more than they are worth; "No Reset On Close=false" brings them.
    private static string Kept(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = 200;
        if (!settings.ShouldSerialize("No Reset On Close"))
            settings.NoResetOnClose = true;
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
