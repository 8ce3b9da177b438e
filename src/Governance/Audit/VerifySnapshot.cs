using System.Data;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Audit;

/// <summary>One unchanging view of the database for many statements: without it a booking between two of them would look like a
/// breach. Takes no write lock.</summary>
internal static class VerifySnapshot
{
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    public static async Task<IDbContextTransaction> BeginAsync(GovernanceDb db, CancellationToken ct) =>
        await db.Database.BeginAsync(LevelOf(db), ct);

    private static IsolationLevel LevelOf(GovernanceDb db) => db.Database.ProviderName switch
    {
        PostgreSql => IsolationLevel.RepeatableRead,

        // Its name for a deferred transaction: in WAL mode that reads a snapshot and never waits for the writer.
        Sqlite => IsolationLevel.ReadUncommitted,

        // SQL Server, where "database migrate" allows it.
        _ => IsolationLevel.Snapshot,
    };
}
