using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Database.Sqlite;

/// <summary>Keeps what SQLite made of a statement for the next time the same text comes on the same connection: it would otherwise be
/// parsed and planned anew with each command, which takes longer than executing it. Only within transactions: the writer's connection
/// stays, those of readers come and go.</summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    /// <summary>Texts differ by the number of values in a list; more than these are no use.</summary>
    private const int Most = 500;

    private readonly ConditionalWeakTable<DbConnection, OfConnection> _all = [];

    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Transaction: not null, Connection: { } connection } created
            ? _all.GetOrCreateValue(connection).Kept(connection, created)
            : result;

    private sealed class OfConnection
    {
        private readonly Dictionary<string, Statement> _byText = new(StringComparer.Ordinal);
        private object? _handle;

        public DbCommand Kept(SqliteConnection connection, SqliteCommand created)
        {
            // Closed and opened again it may be another one of the pool, to which these statements mean nothing.
            if (!ReferenceEquals(_handle, connection.Handle))
                Forget(connection.Handle);
            if (!_byText.TryGetValue(created.CommandText, out var kept))
            {
                if (_byText.Count >= Most)
                    return created;
                _byText[created.CommandText] = kept = new() { CommandText = created.CommandText, Connection = connection };
            }

            if (kept.InUse)
                return created;
            kept.Take(created);
            created.Dispose();
            return kept;
        }

        private void Forget(object? handle)
        {
            foreach (var statement in _byText.Values)
                statement.Forget();
            _byText.Clear();
            _handle = handle;
        }
    }

    private sealed class Statement : SqliteCommand
    {
        public bool InUse { get; private set; }

        public void Take(SqliteCommand created)
        {
            InUse = true;
            Transaction = created.Transaction;
            CommandTimeout = created.CommandTimeout;
            Parameters.Clear();
            foreach (SqliteParameter parameter in created.Parameters)
                Parameters.Add(parameter);
        }

        public void Forget() => base.Dispose(disposing: true);

#pragma warning disable CA2215 // Disposing only gives it back.
        protected override void Dispose(bool disposing)
        {
            // Whoever failed half way leaves its rows open, and SQLite lets no connection go while a statement runs.
            DataReader?.Dispose();
            InUse = false;
        }
#pragma warning restore CA2215
    }
}
