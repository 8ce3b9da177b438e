using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>The proposal that a case is about, read once a command however many activities need it.</summary>
public sealed class ProposalOfCase(GovernanceDb db)
{
    /// <summary>The tracked proposal.</summary>
    public async ValueTask<Proposal> OfAsync(ProcessStep step, CancellationToken ct) =>
        db.Set<Proposal>().Local.FirstOrDefault(proposal => proposal.Id == step.ProposalId)
        ?? await db.Set<Proposal>().SingleAsync(proposal => proposal.Id == step.ProposalId, ct);
}
