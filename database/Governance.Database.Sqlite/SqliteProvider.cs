using System.Data.Common;
using System.Runtime.CompilerServices;
using Governance.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Database.Sqlite;

/// <summary>SQLite, the embedded default: one file, write-ahead log, every commit on the disk before it is answered.</summary>
public static class SqliteProvider
{
    /// <summary>Puts the context on a SQLite file.</summary>
    public static DbContextOptionsBuilder UseGovernanceSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))

            // That the migrations are complete is shown by a test; comparing them takes a good part of a first start.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(new Pragmas(), new KeptStatements(), new SqliteFaults());

    // Once a file handle: the pool hands the same handle out again and again, and its settings stay.
    private sealed class Pragmas : DbConnectionInterceptor
    {
        // Durability first. Then speed: what a savepoint may have to bring back is kept in memory and not in a temporary file, the pages of a
        // batch stay in the cache until they are committed, and the log is copied back less often.
        private const string Text = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;"
            + "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; PRAGMA wal_autocheckpoint=4000;";

        private static readonly object Done = new();
        private readonly ConditionalWeakTable<object, object> _handles = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!IsNew(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsNew(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private bool IsNew(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && _handles.TryAdd(handle, Done);
    }
}

/// <summary>For <c>dotnet ef</c> only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<GovernanceDb>
{
    /// <inheritdoc />
    public GovernanceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlite("Data Source=design.db");
        return new(options.Options);
    }
}
