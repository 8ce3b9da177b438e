using Governance.Database.PostgreSql;
using Governance.Database.Sqlite;
using Governance.Database.SqlServer;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Databases;

/// <summary>An empty, migrated database for one test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteTemplateAsync);

    private readonly PostgreSqlServer? _own;

    private TestDatabase(Provider provider, string connectionString, PostgreSqlServer? own = null) => (Provider, ConnectionString, _own) = (provider, connectionString, own);

    /// <summary>Which one.</summary>
    public Provider Provider { get; }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes one.</summary>
    public static async Task<TestDatabase> CreateAsync(Provider provider) => new(provider, provider switch
    {
        Provider.Sqlite => await CopySqliteAsync(),
        Provider.PostgreSql => await (await PostgreSqlServer.SharedAsync()).CloneAsync(),
        _ => await MigrateSqlServerAsync(),
    });

    /// <summary>Makes one on a server that the test keeps for itself.</summary>
    public static async Task<TestDatabase> CreateAsync(PostgreSqlServer own) => new(Provider.PostgreSql, await own.CloneAsync(), own);

    /// <summary>Another database with the same rows; nobody may use this one meanwhile.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        switch (Provider)
        {
            case Provider.Sqlite:
                var file = Path.Combine(Directory.CreateTempSubdirectory("governance-").FullName, "governance.db");
                await using (var db = Open())
                    await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
                return new(Provider, $"Data Source={file}");
            case Provider.PostgreSql:
                return new(Provider, await (await PostgreSqlServer.SharedAsync()).CopyAsync(ConnectionString));
            default:
                throw new NotSupportedException("SQL Server copies no database within a test.");
        }
    }

    /// <summary>Puts a context on it.</summary>
    public DbContextOptionsBuilder Use(DbContextOptionsBuilder options) => Provider switch
    {
        Provider.Sqlite => options.UseGovernanceSqlite(ConnectionString),
        Provider.PostgreSql => options.UseGovernancePostgreSql(ConnectionString),
        _ => options.UseGovernanceSqlServer(ConnectionString),
    };

    /// <summary>A context outside of any use case, to look at the rows.</summary>
    public GovernanceDb Open()
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        Use(options);
        return new(options.Options);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        switch (Provider)
        {
            case Provider.Sqlite:
                Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(ConnectionString));
                Directory.Delete(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource)!, recursive: true);
                break;
            case Provider.PostgreSql:
                await (_own ?? await PostgreSqlServer.SharedAsync()).DropAsync(ConnectionString);
                break;
            default:
                await using (var db = Open())
                    await db.Database.EnsureDeletedAsync();
                break;
        }
    }

    private static async Task<string> CopySqliteAsync()
    {
        var directory = Directory.CreateTempSubdirectory("governance-").FullName;
        var file = Path.Combine(directory, "governance.db");
        File.Copy(await SqliteTemplate.Value, file);
        return $"Data Source={file}";
    }

    private static async Task<string> MigrateSqliteTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("governance-template-").FullName, "template.db");
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlite($"Data Source={file};Pooling=false");
        await using var db = new GovernanceDb(options.Options);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    private static async Task<string> MigrateSqlServerAsync()
    {
        var connectionString = SqlServerServer.ConnectionString + ";Database=governance_" + Guid.NewGuid().ToString("N");
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlServer(connectionString);
        await using var db = new GovernanceDb(options.Options);
        await db.Database.MigrateAsync();
        return connectionString;
    }
}
