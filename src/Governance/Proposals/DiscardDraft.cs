using Governance.Audit;
using Governance.Documents;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>The owner throws away a draft that was never submitted, with its files; only the audit trail keeps that there was one. Done
/// twice, the second time finds nothing left to do. Not a command, as <see cref="AddAttachment"/>: bytes go after the rows, and bytes
/// without a row are harmless.</summary>
public sealed record DiscardDraft(Guid ProposalId) : IRequest<Result<Done>>, IRule<DiscardDraft>
{
    /// <inheritdoc />
    public static Who<DiscardDraft> Who => People.Who.When<DiscardDraft>("owner of the proposal, or who discarded it", async (request, actor, db, ct) =>
        await ProposalAccess.Owns<Guid>(id => id).Check(request.ProposalId, actor, db, ct)
        || await db.Set<AuditEntry>().AnyAsync(entry => entry.SubjectId == request.ProposalId && entry.ActorId == actor.PersonId && entry.Action == DeleteDraft.Action, ct));
}

internal sealed class DiscardDraftHandler(GovernanceDb db, IAttachmentStore store, IMediator mediator) : IRequestHandler<DiscardDraft, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardDraft request, CancellationToken cancellationToken)
    {
        var deleted = await mediator.Send(new DeleteDraft(request.ProposalId), cancellationToken);
        if (deleted.Error is { } error)
            return await db.Set<Proposal>().AnyAsync(row => row.Id == request.ProposalId, cancellationToken) ? error : new Done();
        foreach (var file in deleted.Value)
            store.Delete(file);
        return new Done();
    }
}
