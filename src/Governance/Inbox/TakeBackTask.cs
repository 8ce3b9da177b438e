using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Inbox;

/// <summary>Ends a handing on while the task is open: whoever it came from takes it back, or the receiver gives it back. The other one is
/// told by mail.</summary>
public sealed record TakeBackTask(Guid TaskId) : ICommand<Done>, IRule<TakeBackTask>
{
    /// <inheritdoc />
    public static Who<TakeBackTask> Who => TaskAccess.AssignedOrHandedOn<TakeBackTask>(request => request.TaskId);
}

internal sealed class TakeBackTaskHandler(GovernanceDb db, CommandScope scope, AuditTrail audit) : IRequestHandler<TakeBackTask, Result<Done>>
{
    public async Task<Result<Done>> Handle(TakeBackTask request, CancellationToken cancellationToken)
    {
        var (_, task) = await db.LockTaskAsync(request.TaskId, cancellationToken);
        if (!task.IsOpen && await TaskState.RefusalAsync(db, scope.Actor, task, cancellationToken) is { } closed)
            return closed;
        if (task.DelegatedFrom is not { } from)
            return Error.Of("task.already-taken-back");

        var receiver = Assignee.PersonOf(task.Assignee)!.Value;
        var other = receiver == scope.Actor.PersonId ? task.DelegatedBy!.Value : receiver;
        if (other != Guid.Empty)
            db.Add(await TaskMails.OfAsync(db, task, receiver == scope.Actor.PersonId ? "task.given-back" : "task.taken-back", other, scope.Actor.Name, cancellationToken));
        await audit.RecordAsync(task.ProposalId, "task.taken-back", new { task = task.Id, activity = task.ActivityId, from = receiver }, cancellationToken);
        task.Assignee = from;
        (task.DelegatedFrom, task.DelegatedBy, task.DelegatedAt, task.DelegationReason) = (null, null, null, null);
        return new Done();
    }
}
