using Governance.Audit;
using Governance.Documents;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Deletes the rows of a draft that was never submitted; part of <see cref="DiscardDraft"/>. Answers with the
/// ids of its files, whose bytes are then nobody's.</summary>
public sealed record DeleteDraft(Guid ProposalId) : ICommand<IReadOnlyList<Guid>>, IRule<DeleteDraft>
{
    /// <summary>What the audit trail calls it.</summary>
    internal const string Action = "proposal.discarded";

    /// <inheritdoc />
    public static Who<DeleteDraft> Who => ProposalAccess.Owns<DeleteDraft>(request => request.ProposalId);
}

internal sealed class DeleteDraftHandler(GovernanceDb db, AuditTrail audit) : IRequestHandler<DeleteDraft, Result<IReadOnlyList<Guid>>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(DeleteDraft request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Proposal>(request.ProposalId, cancellationToken) is not { } proposal)
            return Error.Of("proposal.not-found");
        if (proposal is not { Stage: ProposalStage.Draft, SubmittedAt: null, InstanceId: null })
            return Error.Of("proposal.not-discardable", ("stage", proposal.Stage.ToString()));
        var files = await db.Set<Attachment>().Where(row => row.ProposalId == proposal.Id).ToListAsync(cancellationToken);
        db.RemoveRange(files);
        db.Remove(proposal);
        await audit.RecordAsync(proposal.Id, DeleteDraft.Action, new { title = proposal.Title, reference = proposal.ImportReference }, cancellationToken);
        return files.ConvertAll(file => file.Id);
    }
}
