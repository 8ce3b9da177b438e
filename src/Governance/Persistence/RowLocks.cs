using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>Locks a row for the rest of the transaction and reads it afresh. Order everywhere: instance, ballot, task, budget
/// line. On SQLite the transaction itself is the lock (<c>BEGIN IMMEDIATE</c>).</summary>
public static class RowLocks
{
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>The row of that id, locked, or null when there is none.</summary>
    public static async Task<T?> LockAsync<T>(this GovernanceDb db, Guid id, CancellationToken ct)
        where T : Entity =>
        await db.Locked<T>().SingleOrDefaultAsync(row => row.Id == id, ct);

    /// <summary>A query whose rows are locked as they are read; order it so that two transactions lock in one order.</summary>
    public static IQueryable<T> Locked<T>(this GovernanceDb db)
        where T : Entity
    {
        var set = db.Set<T>();
        return db.Database.ProviderName switch
        {
            // FOR UPDATE is added to the composed statement by the tag's interceptor: EF has no syntax of its own for it.
            PostgreSql => set.TagWith(ForUpdateInterceptor.Tag),
#pragma warning disable EF1002 // The only inserted text is a table name of our own model.
            SqlServer => set.FromSqlRaw($"SELECT * FROM [{set.EntityType.GetTableName()}] WITH (UPDLOCK, ROWLOCK)"),
#pragma warning restore EF1002
            _ => set,
        };
    }
}
