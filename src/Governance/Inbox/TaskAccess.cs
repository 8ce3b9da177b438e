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
}
