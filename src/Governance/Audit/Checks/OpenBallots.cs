using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;

namespace Governance.Audit.Checks;

/// <summary>Each case that waits for a body has exactly one ballot under way, each ballot under way is waited for, and whoever can
/// bring it to its end is asked: the members who have not voted, and in a meeting the clerk.</summary>
internal sealed class OpenBallots : ICheck
{
    private static readonly string VotingType = ActivityDescriptor.From(typeof(HoldBallot)).Type;

    public string Name => "open-ballots";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var open = db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.Status != BallotStatus.Closed);
        var waiting = db.Set<Bookmark>().AsNoTracking().Where(row => row.ActivityType == VotingType);
        found.Looked(await open.LongCountAsync(ct));
        await found.AddEachAsync(
            "process.not-one-ballot",
            waiting.Select(row => new { row.InstanceId, row.Key, Ballots = open.Count(ballot => ballot.BookmarkKey == row.Key) }).Where(row => row.Ballots != 1).AsAsyncEnumerable(),
            row => [("instance", row.InstanceId), ("bookmark", row.Key), ("ballots", row.Ballots)],
            ct);
        await found.AddEachAsync(
            "ballot.nothing-waits",
            open.Where(ballot => !waiting.Any(row => row.Key == ballot.BookmarkKey)).Select(ballot => new { ballot.Id, ballot.BookmarkKey }).AsAsyncEnumerable(),
            ballot => [("ballot", ballot.Id), ("bookmark", ballot.BookmarkKey)],
            ct);
        await AskedAsync(db, open, found, ct);
    }

    private static async Task AskedAsync(GovernanceDb db, IQueryable<Ballot> open, Findings found, CancellationToken ct)
    {
        var tasks = db.Set<InboxTask>().Where(task => task.IsOpen);
        await found.AddEachAsync(
            "ballot.members-not-asked-once",
            open.Select(ballot => new
            {
                ballot.Id,
                Missing = db.Set<BallotMember>().Count(member => member.BallotId == ballot.Id && member.VotedAt == null && member.RecusalReason == null),
                Asked = tasks.Count(task => task.BallotId == ballot.Id && task.Kind == TaskKind.Vote),
            }).Where(row => row.Missing != row.Asked).AsAsyncEnumerable(),
            row => [("ballot", row.Id), ("members", row.Missing), ("tasks", row.Asked)],
            ct);
        await found.AddEachAsync(
            "ballot.not-conducted-once",
            open.Where(ballot => ballot.Procedure == VotingProcedure.InSession)
                .Select(ballot => new { ballot.Id, Tasks = tasks.Count(task => task.BallotId == ballot.Id && task.Kind == TaskKind.Ballot) }).Where(row => row.Tasks != 1).AsAsyncEnumerable(),
            row => [("ballot", row.Id), ("tasks", row.Tasks)],
            ct);
    }
}
