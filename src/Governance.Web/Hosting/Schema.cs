using System.Data.Common;
using Governance.Database.SqlServer;
using Governance.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Web.Hosting;

/// <summary>Keeps the database's tables at the version of the program: on SQLite by itself at the start, on servers only when an
/// administrator says so, because other nodes may be running on the old version.</summary>
public sealed class Schema(GovernanceDb db, GovernanceSettings settings)
{
    private bool Embedded => settings.Database.Provider == DatabaseProvider.Sqlite;

    /// <summary>What a start needs: migrates SQLite, refuses to start on a server that lacks migrations.</summary>
    /// <exception cref="SettingsException">The database cannot be reached or is behind.</exception>
    public async Task PrepareStartAsync(CancellationToken ct)
    {
        if (Embedded)
        {
            await MigrateAsync(ct);
            return;
        }

        var pending = await PendingAsync(ct);
        if (pending.Count > 0)
            throw new SettingsException($"The database lacks {pending.Count} migration(s), the first is {pending[0]}: run \"database migrate\" first.");
    }

    /// <summary>The migrations that the database lacks, oldest first.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct) =>
        await ReachingAsync(async () => (IReadOnlyList<string>)[.. await db.Database.GetPendingMigrationsAsync(ct)]);

    /// <summary>The last migration that the database has, or null when it is empty.</summary>
    public async Task<string?> VersionAsync(CancellationToken ct) =>
        await ReachingAsync(async () => (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault());

    /// <summary>Applies what is pending; returns its names.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        using var alone = Embedded ? TakeFileLock() : null;

        // Creates the file and sets its journal: EF asks by a connection that may not, and would fail on a file just begun.
        if (Embedded)
            await ReachingAsync(async () =>
            {
                await db.Database.OpenConnectionAsync(ct);
                await db.Database.CloseConnectionAsync();
                return true;
            });
        var pending = Embedded || await ReachingAsync(() => db.Database.CanConnectAsync(ct)) ? await PendingAsync(ct) : [.. db.Database.GetMigrations()];
        if (pending.Count > 0)
            await ReachingAsync(async () =>
            {
                if (Embedded)
                    await ForgetLockOfKilledProcessAsync(ct);
                await db.Database.MigrateAsync(ct);
                return true;
            });
        if (settings.Database.Provider == DatabaseProvider.SqlServer)
            foreach (var statement in SqlServerProvider.Isolation)
                await db.Database.ExecuteSqlRawAsync(statement, ct);
        return pending;
    }

    /// <summary>What <see cref="MigrateAsync"/> does, as a text for administrators who run it themselves. It may be run again, except
    /// on SQLite, where it fits a database at <paramref name="from"/> only. Does not ask the database.</summary>
    /// <param name="from">The migration that the database has, or null for an empty one.</param>
    /// <exception cref="SettingsException">There is no such migration.</exception>
    public string Script(string? from)
    {
        if (from is not null && !db.Database.GetMigrations().Contains(from, StringComparer.Ordinal))
            throw new SettingsException($"There is no migration {from}; there are {string.Join(", ", db.Database.GetMigrations())}.");
        var options = Embedded ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
        var tables = db.GetService<IMigrator>().GenerateScript(from, toMigration: null, options);
        return settings.Database.Provider == DatabaseProvider.SqlServer ? tables + string.Concat(SqlServerProvider.Isolation.Select(one => $"{one};\nGO\n\n")) : tables;
    }

    private FileStream TakeFileLock()
    {
        var file = new SqliteConnectionStringBuilder(settings.Database.ConnectionString).DataSource;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The database file {file} cannot be prepared: {fault.Message}");
        }
    }

    // EF guards a migration on SQLite by a row. A process that was killed leaves it behind and the next start would wait for ever;
    // whoever holds the file lock knows that nobody else is migrating.
    private async Task ForgetLockOfKilledProcessAsync(CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);

    private async Task<T> ReachingAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is DbException || fault.InnerException is DbException)
        {
            throw new SettingsException($"The {settings.Database.Provider} database cannot be used: {(fault as DbException ?? fault.InnerException!).Message}");
        }
    }
}
