using System.Data.Common;
using System.Diagnostics;
using Governance.Web.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>What the database can do at all: a bare loop that commits the same number of inserted and updated rows, on the same file or
/// server, with prepared statements and nothing else.</summary>
internal sealed class RawLimit(DatabaseSettings database)
{
    private const string Payload = "{\"ref\":\"0197a1b2-0000-7000-8000-000000000000\",\"at\":\"2026-11-23T08:00:00Z\",\"text\":\"Die Stabsstelle hat die formale Prüfung abgeschlossen.\"}";
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(3);

    /// <summary>Commits a second by so many connections; SQLite has one writer, so that more would only wait.</summary>
    public async Task<double> MeasureAsync(Rows rows, int clients, CancellationToken ct)
    {
        await using (var connection = await OpenAsync(ct))
            foreach (var statement in (string[])
            [
                "CREATE TABLE IF NOT EXISTS raw_limit (id " + (database.Provider == DatabaseProvider.Sqlite ? "INTEGER PRIMARY KEY" : "bigserial PRIMARY KEY") + ", reference text NOT NULL, body text NOT NULL, version bigint NOT NULL)",
                "CREATE INDEX IF NOT EXISTS raw_limit_reference ON raw_limit (reference)",
                .. Enumerable.Range(0, 400).Select(number => $"INSERT INTO raw_limit (reference, body, version) VALUES ('start-{number}', '{Payload}', 0)"),
            ])
                await Command(connection, statement).ExecuteNonQueryAsync(ct);
        var writers = database.Provider == DatabaseProvider.Sqlite ? 1 : clients;
        var begun = Stopwatch.GetTimestamp();
        var commits = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(writer, rows, begun, ct), ct)));
        var rate = commits.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await using (var connection = await OpenAsync(ct))
            await Command(connection, "DROP TABLE raw_limit").ExecuteNonQueryAsync(ct);
        return rate;
    }

    private async Task<int> WriteAsync(int writer, Rows rows, long begun, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var insert = Command(connection, "INSERT INTO raw_limit (reference, body, version) VALUES (@reference, @body, 0)", ("@reference", ""), ("@body", Payload));
        await using var update = Command(connection, "UPDATE raw_limit SET body = @body, version = version + 1 WHERE id = @id", ("@body", Payload), ("@id", 0L));
        await insert.PrepareAsync(ct);
        await update.PrepareAsync(ct);
        var commits = 0;
        while (Stopwatch.GetElapsedTime(begun) < Lasting)
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            (insert.Transaction, update.Transaction) = (transaction, transaction);
            for (var row = 0; row < (int)Math.Round(rows.Inserted); row++)
            {
                insert.Parameters[0].Value = Guid.NewGuid().ToString();
                await insert.ExecuteNonQueryAsync(ct);
            }

            for (var row = 0; row < (int)Math.Round(rows.Updated); row++)
            {
                // Each writer has rows of its own: the loop measures the disk, not its own locks.
                update.Parameters[1].Value = (long)(writer * 40) + (commits + row) % 40 + 1;
                await update.ExecuteNonQueryAsync(ct);
            }

            await transaction.CommitAsync(ct);
            commits++;
        }

        return commits;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = database.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        if (database.Provider == DatabaseProvider.Sqlite)
            await Command(connection, "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000").ExecuteNonQueryAsync(ct);
        return connection;
    }

    private static DbCommand Command(DbConnection connection, string text, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants above.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
