using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>How many open tasks the actor has, deputised ones included: the number beside the navigation's entry. One count over
/// the index of assignees, asked with every page.</summary>
public sealed record CountInbox : IQuery<int>, IRule<CountInbox>
{
    /// <inheritdoc />
    public static Who<CountInbox> Who => People.Who.SignedIn<CountInbox>();
}

internal sealed class CountInboxHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<CountInbox, Result<int>>
{
    public async Task<Result<int>> Handle(CountInbox request, CancellationToken cancellationToken)
    {
        var keys = Assignee.KeysOf(scope.Actor);
        return await db.Set<InboxTask>().CountAsync(task => keys.Contains(task.Assignee) && task.IsOpen, cancellationToken);
    }
}
