using Governance.Bodies;
using Governance.Persistence;
using Governance.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>What a body resolved on a proposal, pre-advice included; part of the paper that the next body decides on.</summary>
/// <param name="BallotId">By which ballot.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="Outcome">As worded.</param>
/// <param name="Yes">Yes votes; this and the other counts are null where the minutes give none.</param>
/// <param name="No">No votes.</param>
/// <param name="Abstained">Abstentions.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Wording">The resolution as the body worded it where it changed the proposed one, else null.</param>
public sealed record Resolution(Guid BallotId, LocalText Body, string Outcome, int? Yes, int? No, int? Abstained, DateTime At, string? Wording = null);

internal static class Resolutions
{
    /// <summary>All of a proposal in their order. A ballot that was stopped resolved nothing.</summary>
    public static async Task<IReadOnlyList<Resolution>> OfAsync(GovernanceDb db, Guid proposal, CancellationToken ct) =>
        [.. (await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.ProposalId == proposal && ballot.ClosedAt != null && ballot.ObjectedBy == null)
            .Join(db.Set<Body>(), ballot => ballot.BodyId, body => body.Id, (ballot, body) => new { ballot.Id, body.NameDe, body.NameEn, ballot.Outcome, ballot.Yes, ballot.No, ballot.Abstained, ballot.ClosedAt, ballot.Wording, ballot.Sequence })
            .OrderBy(row => row.ClosedAt).ThenBy(row => row.Sequence).ToListAsync(ct))
            .Select(row => new Resolution(row.Id, new(row.NameDe, row.NameEn), row.Outcome ?? "", row.Yes, row.No, row.Abstained, row.ClosedAt!.Value, row.Wording))];
}
