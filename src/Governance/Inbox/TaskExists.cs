using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Whether there is such a task at all: tells "not yours" from "not there".</summary>
public sealed record TaskExists(Guid TaskId) : IQuery<bool>, IRule<TaskExists>
{
    /// <inheritdoc />
    public static Who<TaskExists> Who => People.Who.SignedIn<TaskExists>();
}

internal sealed class TaskExistsHandler(GovernanceDb db) : IRequestHandler<TaskExists, Result<bool>>
{
    public async Task<Result<bool>> Handle(TaskExists request, CancellationToken cancellationToken) =>
        await db.Set<InboxTask>().AnyAsync(task => task.Id == request.TaskId, cancellationToken);
}
