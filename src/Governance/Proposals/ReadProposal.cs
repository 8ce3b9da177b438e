using Governance.Processes;
using Governance.Workflows;

namespace Governance.Proposals;

/// <summary>Gives the workflow the facts of the proposal that its decisions ask for.</summary>
[Activity("Governance.ReadProposal", Category = "Proposals", DisplayName = "Read proposal", Description = "Reads the facts of the proposal that later decisions ask for.")]
[Outcomes("Done")]
public sealed class ReadProposal(ProposalOfCase proposals) : ProcessActivity
{
    /// <summary>Whether personal data are processed.</summary>
    [Output(Description = "True when personal data are processed.")]
    public bool PersonalData { get; set; }

    /// <summary>Total cost.</summary>
    [Output(Description = "Total cost in euro cents.")]
    public long TotalCostCents { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        PersonalData = ProposalContent.Parse(proposal.Content).PersonalData == true;
        TotalCostCents = proposal.TotalCostCents;
        return HostResult.From(this, "Done");
    }
}
