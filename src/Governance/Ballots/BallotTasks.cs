using Governance.Inbox;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>The inbox task of one member of a ballot.</summary>
internal static class BallotTasks
{
    private static readonly CompiledQuery<Guid, string, InboxTask?> OpenFor = new((db, ballot, assignee, _) =>
        db.Set<InboxTask>().SingleOrDefault(row => row.BallotId == ballot && row.Assignee == assignee && row.Kind == TaskKind.Vote && row.IsOpen));

    public static async Task CloseForAsync(GovernanceDb db, Guid ballotId, BallotMember member, CancellationToken ct)
    {
        if (await OpenFor.AskAsync(db, ballotId, Assignee.Person(member.PersonId), ct) is { } task)
            Close(task, member);
    }

    /// <summary>Takes it off the member's list once the vote is given, or the conflict declared.</summary>
    public static void Close(InboxTask task, BallotMember member)
    {
        task.CompletedBy = member.PersonId;

        // What was voted stands with the ballot alone: a task is read by more people.
        task.Close(member.VotedAt ?? task.OpenedAt);
    }
}
