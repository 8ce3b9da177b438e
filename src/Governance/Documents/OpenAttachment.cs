using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Documents;

/// <summary>Opens a file for whoever sees the proposal. The caller disposes of the stream.</summary>
public sealed record OpenAttachment(Guid ProposalId, Guid AttachmentId) : IQuery<OpenedAttachment>, IRule<OpenAttachment>
{
    /// <inheritdoc />
    public static Who<OpenAttachment> Who => ProposalAccess.Sees<OpenAttachment>(request => request.ProposalId);
}

/// <summary>A file with its bytes.</summary>
public sealed record OpenedAttachment(string FileName, string MediaType, Stream Content);

internal sealed class OpenAttachmentHandler(GovernanceDb db, IAttachmentStore store) : IRequestHandler<OpenAttachment, Result<OpenedAttachment>>
{
    public async Task<Result<OpenedAttachment>> Handle(OpenAttachment request, CancellationToken cancellationToken)
    {
        var row = await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(
            attachment => attachment.Id == request.AttachmentId && attachment.ProposalId == request.ProposalId && attachment.RemovedAt == null, cancellationToken);
        return row is not null && store.Open(row.Id) is { } content
            ? new OpenedAttachment(row.FileName, row.MediaType, content)
            : Error.Of("document.not-found");
    }
}
