using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Who completes a task: the person, a holder of the role, or today's deputy.</summary>
internal static class TaskAccess
{
    public static Who<T> Assigned<T>(Func<T, Guid> task) => Who.When<T>("assignee of the task or deputy", (request, actor, db, ct) =>
    {
        var keys = Assignee.KeysOf(actor);
        return new(db.Set<InboxTask>().AnyAsync(row => row.Id == task(request) && keys.Contains(row.Assignee), ct));
    });

    /// <summary>The same, and whoever handed the task on, or could have: to read it and to take it back.</summary>
    public static Who<T> AssignedOrHandedOn<T>(Func<T, Guid> task) => Who.When<T>("assignee of the task or deputy, before or after it was handed on", (request, actor, db, ct) =>
    {
        var keys = Assignee.KeysOf(actor);
        return new(db.Set<InboxTask>().AnyAsync(row => row.Id == task(request) && (keys.Contains(row.Assignee) || (row.DelegatedFrom != null && keys.Contains(row.DelegatedFrom))), ct));
    });
}
