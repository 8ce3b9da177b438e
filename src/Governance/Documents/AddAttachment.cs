using System.Security.Cryptography;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;

namespace Governance.Documents;

/// <summary>Adds a file to a draft or a returned proposal. Answers with its id. Not a command: the bytes are checked and written
/// before the transaction begins, so that no writer waits for a disk; <see cref="RecordAttachment"/> then adds the row.</summary>
/// <param name="ProposalId">To which.</param>
/// <param name="FileName">The name it was sent with.</param>
/// <param name="Content">The bytes; a stream that can be read twice.</param>
public sealed record AddAttachment(Guid ProposalId, string FileName, Stream Content) : IRequest<Result<Guid>>, IRule<AddAttachment>
{
    /// <summary>Largest file in bytes.</summary>
    public const long Largest = 20 * 1024 * 1024;

    /// <inheritdoc />
    public static Who<AddAttachment> Who => ProposalAccess.Corrects<AddAttachment>(request => request.ProposalId);
}

internal sealed class AddAttachmentHandler(GovernanceDb db, IAttachmentStore store, IMediator mediator) : IRequestHandler<AddAttachment, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddAttachment request, CancellationToken cancellationToken)
    {
        var (name, content) = (AttachmentName.Clean(request.FileName), request.Content);
        if (content.Length == 0)
            return Error.Of("document.empty");
        if (content.Length > AddAttachment.Largest)
            return Error.Of("document.too-large", ("megabytes", AddAttachment.Largest / (1024 * 1024)));
        if (await RecordAttachmentHandler.RefusedAsync(db, request.ProposalId, cancellationToken) is { } refused)
            return refused;
        if (await AttachmentKind.OfAsync(content, name, cancellationToken) is not { } kind)
            return Error.Of("document.type", ("name", name));

        var id = Guid.CreateVersion7();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        await store.WriteAsync(id, content, cancellationToken);
        var recorded = await mediator.Send(new RecordAttachment(request.ProposalId, id, name, kind.MediaType, content.Length, hash), cancellationToken);
        if (!recorded.IsSuccess)
            store.Delete(id);
        return recorded;
    }
}
