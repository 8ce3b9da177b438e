using Governance.Documents;
using Governance.People;
using MediatR;

namespace Governance.Proposals;

/// <summary>The owner throws away a draft that was never submitted, with its files; only the audit trail keeps that there was one. Not a
/// command, as <see cref="AddAttachment"/>: bytes go after the rows, and bytes without a row are harmless.</summary>
public sealed record DiscardDraft(Guid ProposalId) : IRequest<Result<Done>>, IRule<DiscardDraft>
{
    /// <inheritdoc />
    public static Who<DiscardDraft> Who => ProposalAccess.Owns<DiscardDraft>(request => request.ProposalId);
}

internal sealed class DiscardDraftHandler(IAttachmentStore store, IMediator mediator) : IRequestHandler<DiscardDraft, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardDraft request, CancellationToken cancellationToken)
    {
        var deleted = await mediator.Send(new DeleteDraft(request.ProposalId), cancellationToken);
        if (deleted.Error is { } error)
            return error;
        foreach (var file in deleted.Value)
            store.Delete(file);
        return new Done();
    }
}
