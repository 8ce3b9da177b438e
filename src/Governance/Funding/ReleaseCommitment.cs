using Governance.Audit;
using Governance.Processes;
using Governance.Proposals;
using Governance.Workflows;

namespace Governance.Funding;

/// <summary>Freigabe: a decision was revoked; all that is committed for the proposal and not yet paid is given back.</summary>
[Activity("Governance.ReleaseCommitment", Category = "Funding", DisplayName = "Release commitment", Description = "Releases all that is committed for the proposal and not yet paid: its decision was revoked.")]
[Outcomes("Done")]
public sealed class ReleaseCommitment(ProposalOfCase proposals, Ledger ledger, AuditTrail audit) : ProcessActivity
{
    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        var released = await ledger.ReleaseCommitmentsAsync(proposal.Id, step.Now, proposal.Number ?? "", ct);
        if (!released.IsSuccess)
            return step.Refused(released.Error!);
        proposal.GrantedCents = null;
        proposal.ExecutableAt = null;
        if (released.Value > Money.Zero)
            await audit.RecordAsync(proposal.Id, "funds.commitment-released", new { cents = released.Value.Cents }, ct);
        return HostResult.Done();
    }
}
