using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Processes;

/// <summary>Publishes the draft of a workflow as its next version. Answers with its number. New cases begin on it; running ones stay on theirs.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version of the draft that was seen.</param>
/// <param name="Note">Why; stands in its history for good.</param>
public sealed record PublishDefinitionDraft(string DefinitionId, int Version, string Note) : ICommand<int>, IRule<PublishDefinitionDraft>
{
    /// <inheritdoc />
    public static Who<PublishDefinitionDraft> Who => People.Who.Holds<PublishDefinitionDraft>(Role.Administrator);
}

internal sealed class PublishDefinitionDraftValidator : AbstractValidator<PublishDefinitionDraft>
{
    public PublishDefinitionDraftValidator() =>
        RuleFor(request => request.Note).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
}

internal sealed class PublishDefinitionDraftHandler(GovernanceDb db, AllowedAddresses addresses, CommandScope scope, AuditTrail audit, TimeProvider clock) : IRequestHandler<PublishDefinitionDraft, Result<int>>
{
    public async Task<Result<int>> Handle(PublishDefinitionDraft request, CancellationToken cancellationToken)
    {
        var draft = await DraftDefinition.LockAsync(db, request.DefinitionId, request.Version, cancellationToken);
        if (draft.Error is { } refused)
            return refused;
        var read = Publishing.Read(draft.Value.Source);
        if (read.Error is { } unreadable)
            return unreadable;
        if (Publishing.Check(read.Value, await Publishing.NamesAsync(db, addresses, cancellationToken)) is { } invalid)
            return invalid;
        var number = await Publishing.AddAsync(db, audit, read.Value, request.Note.Trim(), Publishing.By(scope.Actor), clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.Remove(draft.Value);
        return number;
    }
}
