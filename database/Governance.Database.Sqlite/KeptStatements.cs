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

    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, Kept>> _byConnection = [];

    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Transaction: not null, Connection: { } connection } created)
            return result;
        var known = _byConnection.GetOrCreateValue(connection);
        if (!known.TryGetValue(created.CommandText, out var kept))
        {
            if (known.Count >= Most)
                return result;
            known[created.CommandText] = kept = new() { CommandText = created.CommandText, Connection = connection };
        }

        if (kept.InUse)
            return result;
        kept.Take(created);
        created.Dispose();
        return kept;
    }

    private sealed class Kept : SqliteCommand
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

#pragma warning disable CA2215 // Disposing only gives it back; what it holds of SQLite goes when the connection closes.
        protected override void Dispose(bool disposing)
        {
            // Whoever failed half way leaves its rows open, and SQLite lets no connection go while a statement runs.
            DataReader?.Dispose();
            InUse = false;
        }
#pragma warning restore CA2215
    }
}
