using Governance.Audit;
using Governance.Processes;
using Governance.Proposals;
using Governance.Workflows;

namespace Governance.Funding;

/// <summary>Mittelbindung: the decision is executable, the sum granted is committed and the rest of the reservation released.</summary>
[Activity("Governance.CommitFunds", Category = "Funding", DisplayName = "Commit funds", Description = "Commits the sum granted and releases the rest of the reservation.")]
[Outcomes("Committed")]
public sealed class CommitFunds(ProposalOfCase proposals, Ledger ledger, AuditTrail audit) : ProcessActivity
{
    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        proposal.GrantedCents ??= proposal.TotalCostCents;
        var committed = await ledger.CommitAsync(proposal, proposal.GrantedCents.Value, step.Now, ct);
        if (!committed.IsSuccess)
            return step.Refused(committed.Error!);
        proposal.ExecutableAt = step.Now;
        await audit.RecordAsync(proposal.Id, "funds.committed", new { cents = proposal.GrantedCents }, ct);
        return HostResult.Done(["Committed"]);
    }
}
