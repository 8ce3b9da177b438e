using Governance.Audit;
using Governance.Processes;
using Governance.Proposals;
using Governance.Workflows;

namespace Governance.Funding;

/// <summary>Mittelreservierung: reserves what the financing plan takes on the budget lines of its years and sources.</summary>
[Activity("Governance.ReserveFunds", Category = "Funding", DisplayName = "Reserve funds", Description = "Reserves the cover of the financing plan on the budget lines.")]
[Outcomes("Reserved", "Insufficient")]
public sealed class ReserveFunds(ProposalOfCase proposals, Ledger ledger, AuditTrail audit) : ProcessActivity
{
    /// <summary>What is missing.</summary>
    [Output(Description = "What is missing, as a code, when there is not enough.")]
    public string? Missing { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        var reserved = await ledger.ReserveAsync(proposal, step.Now, ct);
        Missing = reserved.Error?.Code;
        await audit.RecordAsync(proposal.Id, reserved.IsSuccess ? "funds.reserved" : "funds.insufficient", new { cents = proposal.TotalCostCents, why = Missing }, ct);
        return HostResult.From(this, reserved.IsSuccess ? "Reserved" : "Insufficient");
    }
}
