using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Documents;

/// <summary>Takes a file out of a draft or a returned proposal. Row and bytes stay: earlier submissions may have contained it.</summary>
public sealed record RemoveAttachment(Guid ProposalId, Guid AttachmentId) : ICommand<Done>, IRule<RemoveAttachment>
{
    /// <inheritdoc />
    public static Who<RemoveAttachment> Who => ProposalAccess.Corrects<RemoveAttachment>(request => request.ProposalId);
}

internal sealed class RemoveAttachmentHandler(GovernanceDb db, AuditTrail audit, TimeProvider clock) : IRequestHandler<RemoveAttachment, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveAttachment request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Proposal>(request.ProposalId, cancellationToken) is not { } proposal)
            return Error.Of("proposal.not-found");
        if (!proposal.IsEditable)
            return Error.Of("proposal.not-editable", ("stage", proposal.Stage.ToString()));
        var attachment = await db.Set<Attachment>().SingleOrDefaultAsync(
            row => row.Id == request.AttachmentId && row.ProposalId == request.ProposalId && row.RemovedAt == null, cancellationToken);
        if (attachment is null)
            return Error.Of("document.not-found");
        attachment.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await audit.RecordAsync(proposal.Id, "document.removed", new { document = attachment.Id, name = attachment.FileName }, cancellationToken);
        return new Done();
    }
}
