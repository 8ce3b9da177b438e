using Governance.Inbox;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>The inbox task of one member of a ballot.</summary>
internal static class BallotTasks
{
    public static async Task CloseForAsync(GovernanceDb db, Guid ballotId, BallotMember member, CancellationToken ct)
    {
        var assignee = Assignee.Person(member.PersonId);
        var task = await db.Set<InboxTask>().SingleOrDefaultAsync(row => row.BallotId == ballotId && row.Assignee == assignee && row.Kind == TaskKind.Vote && row.IsOpen, ct);
        if (task is null)
            return;
        task.CompletedBy = member.PersonId;

        // What was voted stands with the ballot alone: a task is read by more people.
        task.Close(member.VotedAt ?? task.OpenedAt);
    }
}
