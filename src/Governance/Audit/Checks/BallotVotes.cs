using Governance.Ballots;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>Nobody votes twice, while excluded for a conflict of interest (§ 31 GO NRW), or after the ballot was closed.</summary>
internal sealed class BallotVotes : ICheck
{
    public string Name => "ballot-votes";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var members = db.Set<BallotMember>().AsNoTracking();
        found.Looked(await members.LongCountAsync(ct));
        await found.AddEachAsync(
            "ballot.member-twice",
            members.GroupBy(member => new { member.BallotId, member.PersonId }).Where(same => same.Count() > 1).Select(same => same.Key).AsAsyncEnumerable(),
            same => [("ballot", same.BallotId), ("person", same.PersonId)],
            ct);
        await found.AddEachAsync(
            "ballot.voted-while-recused",
            members.Where(member => member.RecusalReason != null && (member.Choice != null || member.VotedAt != null)).AsAsyncEnumerable(),
            member => [("ballot", member.BallotId), ("person", member.PersonId)],
            ct);
        await found.AddEachAsync(
            "ballot.voted-after-closing",
            members.Join(db.Set<Ballot>(), member => member.BallotId, ballot => ballot.Id, (member, ballot) => new { member.BallotId, member.PersonId, member.VotedAt, ballot.ClosedAt })
                .Where(vote => vote.VotedAt > vote.ClosedAt).AsAsyncEnumerable(),
            vote => [("ballot", vote.BallotId), ("person", vote.PersonId), ("votedAt", vote.VotedAt), ("closedAt", vote.ClosedAt)],
            ct);
    }
}
