using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>The task was opened on screen; the first time is kept. Notices are acknowledged in bulk only after that.</summary>
public sealed record MarkTaskSeen(Guid TaskId) : ICommand<Done>, IRule<MarkTaskSeen>
{
    /// <inheritdoc />
    public static Who<MarkTaskSeen> Who => TaskAccess.Assigned<MarkTaskSeen>(request => request.TaskId);
}

internal sealed class MarkTaskSeenHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<MarkTaskSeen, Result<Done>>
{
    public async Task<Result<Done>> Handle(MarkTaskSeen request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<InboxTask>().Where(task => task.Id == request.TaskId && task.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(task => task.SeenAt, now), cancellationToken);
        return new Done();
    }
}
