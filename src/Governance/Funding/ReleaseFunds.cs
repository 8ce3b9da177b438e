using Governance.Audit;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Funding;

/// <summary>Freigabe: gives back all that is still reserved for the proposal; harmless when nothing is.</summary>
[Activity("Governance.ReleaseFunds", Category = "Funding", DisplayName = "Release funds", Description = "Releases all that is still reserved for the proposal.")]
[Outcomes("Done")]
public sealed class ReleaseFunds(Ledger ledger, AuditTrail audit) : ProcessActivity
{
    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var released = await ledger.ReleaseAsync(step.ProposalId, step.Now, ct);
        if (!released.IsSuccess)
            return step.Refused(released.Error!);
        if (released.Value > Money.Zero)
            await audit.RecordAsync(step.ProposalId, "funds.released", new { }, ct);
        return HostResult.Done();
    }
}
