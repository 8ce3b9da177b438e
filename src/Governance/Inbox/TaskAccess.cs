using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Who completes a task: the person, a holder of the role, or today's deputy.</summary>
internal static class TaskAccess
{
    private static readonly CompiledQuery<Guid, Holders?> HoldersOf = new((db, id, _) =>
        db.Set<InboxTask>().Where(row => row.Id == id).Select(row => new Holders(row.Assignee, row.DelegatedFrom)).SingleOrDefault());

    public static Who<T> Assigned<T>(Func<T, Guid> task) => Who.When<T>("assignee of the task or deputy", async (request, actor, db, ct) =>
        await HoldersOf.AskAsync(db, task(request), ct) is { } holders && Assignee.KeysOf(actor).Contains(holders.Now, StringComparer.Ordinal));

    /// <summary>The same, and whoever handed the task on, or could have: to read it and to take it back.</summary>
    public static Who<T> AssignedOrHandedOn<T>(Func<T, Guid> task) => Who.When<T>("assignee of the task or deputy, before or after it was handed on", async (request, actor, db, ct) =>
        await HoldersOf.AskAsync(db, task(request), ct) is { } holders
        && Assignee.KeysOf(actor) is var keys
        && (keys.Contains(holders.Now, StringComparer.Ordinal) || keys.Contains(holders.Before, StringComparer.Ordinal)));

    private sealed record Holders(string Now, string? Before);
}
