using Governance.Ballots;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;

namespace Governance.Audit.Checks;

/// <summary>Each case that waits for a body has exactly one ballot under way, and each ballot under way is waited for.</summary>
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
    }
}
