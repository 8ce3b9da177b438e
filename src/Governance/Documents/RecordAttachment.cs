using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Documents;

/// <summary>Adds the row of a file whose bytes are stored: the second half of <see cref="AddAttachment"/>.</summary>
public sealed record RecordAttachment(Guid ProposalId, Guid AttachmentId, string FileName, string MediaType, long Size, string Sha256)
    : ICommand<Guid>, IRule<RecordAttachment>
{
    /// <summary>Most files of one proposal.</summary>
    public const int Most = 50;

    /// <inheritdoc />
    public static Who<RecordAttachment> Who => ProposalAccess.Corrects<RecordAttachment>(request => request.ProposalId);
}

internal sealed class RecordAttachmentHandler(GovernanceDb db, CommandScope scope, AuditTrail audit, IAttachmentStore store, TimeProvider clock)
    : IRequestHandler<RecordAttachment, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RecordAttachment request, CancellationToken cancellationToken)
    {
        await db.LockAsync<Proposal>(request.ProposalId, cancellationToken);
        if (await RefusedAsync(db, request.ProposalId, cancellationToken) is { } refused)
            return refused;
        await using (var stored = store.Open(request.AttachmentId))
            if (stored?.Length != request.Size)
                return Error.Of("document.not-found");

        db.Add(new Attachment
        {
            Id = request.AttachmentId,
            ProposalId = request.ProposalId,
            FileName = request.FileName,
            MediaType = request.MediaType,
            Size = request.Size,
            Sha256 = request.Sha256,
            AddedAt = clock.GetUtcNow().UtcDateTime,
            AddedBy = scope.Actor.PersonId,
        });
        await audit.RecordAsync(
            request.ProposalId, "document.added", new { document = request.AttachmentId, name = request.FileName, sha256 = request.Sha256 }, cancellationToken);
        return request.AttachmentId;
    }

    /// <summary>Why no file can be added now, or null.</summary>
    internal static async Task<Error?> RefusedAsync(GovernanceDb db, Guid proposalId, CancellationToken ct)
    {
        if (await db.Set<Proposal>().Where(row => row.Id == proposalId).Select(row => (ProposalStage?)row.Stage).SingleOrDefaultAsync(ct) is not { } stage)
            return Error.Of("proposal.not-found");
        if (!Proposal.CanChangeAt(stage))
            return Error.Of("proposal.not-editable", ("stage", stage.ToString()));
        var files = await db.Set<Attachment>().CountAsync(row => row.ProposalId == proposalId && row.RemovedAt == null, ct);
        return files < RecordAttachment.Most ? null : Error.Of("document.too-many", ("most", RecordAttachment.Most));
    }
}
