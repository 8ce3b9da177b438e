using Governance.Processes;
using Governance.Workflows;

namespace Governance.Proposals;

/// <summary>Moves the proposal to a stage.</summary>
[Activity("Governance.SetStatus", Category = "Proposals", DisplayName = "Set stage", Description = "Moves the proposal to a stage that people see.")]
[Outcomes("Done")]
public sealed class SetStatus(ProposalOfCase proposals) : ProcessActivity
{
    /// <summary>The stage.</summary>
    [Input(Description = "The stage, by its name.", Required = true)]
    public ProposalStage Stage { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        var proposal = await proposals.OfAsync(step, ct);
        if (proposal.Stage != Stage)
        {
            proposal.Stage = Stage;
            proposal.StageSince = step.Now;
        }

        return HostResult.Done();
    }
}
