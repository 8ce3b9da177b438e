using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>What may have happened to a task between a click and its turn: asked once the case is locked.</summary>
internal static class TaskState
{
    private static readonly CompiledQuery<Guid, ProcessInstance> CaseOfTask = new((db, id, _) =>
        db.Set<ProcessInstance>().TagWith(RowLocks.Tag).Single(row => row.Id == db.Set<InboxTask>().Where(task => task.Id == id).Select(task => task.InstanceId).First()));

    private static readonly CompiledQuery<Guid, InboxTask> ById = new((db, id, _) => db.Set<InboxTask>().Single(row => row.Id == id));

    /// <summary>The task and its case, which is now locked; both read afresh.</summary>
    public static async Task<(ProcessInstance Instance, InboxTask Task)> LockTaskAsync(this GovernanceDb db, Guid id, CancellationToken ct)
    {
        var instance = await db.LockCaseOfTaskAsync(id, ct);
        return (instance, await ById.AskAsync(db, id, ct));
    }

    /// <summary>The case of a task, locked.</summary>
    public static Task<ProcessInstance> LockCaseOfTaskAsync(this GovernanceDb db, Guid id, CancellationToken ct) => CaseOfTask.AskAsync(db, id, ct);

    /// <summary>Told when somebody was faster: completed, or handed on to or taken back from the actor.</summary>
    public static async Task<Error?> RefusalAsync(GovernanceDb db, Actor actor, InboxTask task, CancellationToken ct)
    {
        if (!task.IsOpen)
            return Error.Of("task.already-completed", ("by", await NameAsync(db, task.CompletedBy, ct)), ("at", task.ClosedAt), ("outcome", task.Outcome));
        return actor.IsSystem || Assignee.KeysOf(actor).Contains(task.Assignee, StringComparer.Ordinal)
            ? null
            : Error.Of("task.already-delegated", ("to", await NameAsync(db, Assignee.PersonOf(task.Assignee), ct)));
    }

    private static Task<string?> NameAsync(GovernanceDb db, Guid? person, CancellationToken ct) =>
        db.Users.Where(row => row.Id == person).Select(row => (string?)row.FullName).SingleOrDefaultAsync(ct);
}
