using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>The people to whom the actor can hand on a task; nobody when tasks of its kind are not handed on.</summary>
public sealed record ListTaskReceivers(Guid TaskId) : IQuery<IReadOnlyList<Colleague>>, IRule<ListTaskReceivers>
{
    /// <inheritdoc />
    public static Who<ListTaskReceivers> Who => TaskAccess.Assigned<ListTaskReceivers>(request => request.TaskId);
}

internal sealed class ListTaskReceiversHandler(GovernanceDb db, CommandScope scope, TaskReceivers receivers) : IRequestHandler<ListTaskReceivers, Result<IReadOnlyList<Colleague>>>
{
    public async Task<Result<IReadOnlyList<Colleague>>> Handle(ListTaskReceivers request, CancellationToken cancellationToken)
    {
        var task = await db.Set<InboxTask>().AsNoTracking().SingleAsync(row => row.Id == request.TaskId, cancellationToken);
        if (!task.IsOpen || task.DelegatedFrom is not null || !task.Kind.IsAnsweredByForm())
            return Result.Ok<IReadOnlyList<Colleague>>([]);
        var found = await receivers.OfAsync(task, cancellationToken);
        return Result.Ok<IReadOnlyList<Colleague>>([.. found.Where(one => one.HasAccess && one.Id != scope.Actor.PersonId).Select(one => new Colleague(one.Id, one.Name, one.Unit))]);
    }
}
