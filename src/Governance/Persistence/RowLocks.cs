using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>Locks a row for the rest of the transaction and reads it afresh. Order everywhere: instance, task, budget line. The servers'
/// projects turn the tag into their locks; on SQLite the transaction itself is the lock (<c>BEGIN IMMEDIATE</c>).</summary>
public static class RowLocks
{
    internal const string Tag = "for update";

    /// <summary>The row of that id, locked, or null when there is none.</summary>
    public static async Task<T?> LockAsync<T>(this GovernanceDb db, Guid id, CancellationToken ct)
        where T : Entity =>
        await ById<T>.Query.AskAsync(db, id, ct);

    /// <summary>A query whose rows are locked as they are read; order it so that two transactions lock in one order.</summary>
    public static IQueryable<T> Locked<T>(this GovernanceDb db)
        where T : Entity => db.Set<T>().TagWith(Tag);

    private static class ById<T>
        where T : Entity
    {
        public static readonly CompiledQuery<Guid, T?> Query = new((db, id, _) => db.Set<T>().TagWith(Tag).SingleOrDefault(row => row.Id == id));
    }
}
