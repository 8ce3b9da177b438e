using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>The proposal that a case is about, read once a command however many activities need it.</summary>
public sealed class ProposalOfCase(GovernanceDb db)
{
    private static readonly CompiledQuery<Guid, Proposal> ById = new((db, id, _) => db.Set<Proposal>().Single(proposal => proposal.Id == id));

    /// <summary>The tracked proposal.</summary>
    public async ValueTask<Proposal> OfAsync(ProcessStep step, CancellationToken ct) =>
        db.Set<Proposal>().Local.FirstOrDefault(proposal => proposal.Id == step.ProposalId)
        ?? await ById.AskAsync(db, step.ProposalId, ct);
}
