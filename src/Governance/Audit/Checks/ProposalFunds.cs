using Governance.Funding;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>What is booked for a proposal is what its stage says: granted means committed to the cent, ended or not yet covered
/// means nothing reserved, and only what was granted is ever committed.</summary>
internal sealed class ProposalFunds : ICheck
{
    private static readonly ProposalStage[] Granted =
        [ProposalStage.Granted, ProposalStage.GrantedWithConditions, ProposalStage.Running, ProposalStage.Reports, ProposalStage.Closed, ProposalStage.Archived];

    private static readonly ProposalStage[] NothingReserved =
    [
        .. Granted, ProposalStage.Idea, ProposalStage.Draft, ProposalStage.Submitted, ProposalStage.FormalCheck, ProposalStage.Returned,
        ProposalStage.Rejected, ProposalStage.Noted, ProposalStage.Settled, ProposalStage.Withdrawn,
    ];

    public string Name => "proposal-funds";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var entries = db.Set<LedgerEntry>();
        found.Looked(await db.Set<Proposal>().LongCountAsync(ct));
        var funds = db.Set<Proposal>().AsNoTracking().Select(proposal => new
        {
            proposal.Id,
            proposal.Stage,
            Granted = proposal.GrantedCents ?? 0,
            Reserved = entries.Where(entry => entry.ProposalId == proposal.Id).Sum(entry =>
                entry.Kind == nameof(LedgerEntryKind.Reservation) ? entry.AmountCents
                : entry.Kind == nameof(LedgerEntryKind.ReservationRelease) || entry.Kind == nameof(LedgerEntryKind.Commitment) ? -entry.AmountCents
                : 0),
            Committed = entries.Where(entry => entry.ProposalId == proposal.Id).Sum(entry =>
                entry.Kind == nameof(LedgerEntryKind.Commitment) ? entry.AmountCents : entry.Kind == nameof(LedgerEntryKind.CommitmentRelease) ? -entry.AmountCents : 0),
        });
        await found.AddEachAsync(
            "proposal.commitment-differs",
            funds.Where(row => Granted.Contains(row.Stage) ? row.Committed != row.Granted : row.Committed != 0).AsAsyncEnumerable(),
            row => [("proposal", row.Id), ("stage", row.Stage), ("granted", new Money(row.Granted)), ("committed", new Money(row.Committed))],
            ct);
        await found.AddEachAsync(
            "proposal.still-reserved",
            funds.Where(row => row.Reserved < 0 || (NothingReserved.Contains(row.Stage) && row.Reserved != 0)).AsAsyncEnumerable(),
            row => [("proposal", row.Id), ("stage", row.Stage), ("reserved", new Money(row.Reserved))],
            ct);
    }
}
