using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Saves a text as the draft of its workflow. It must be readable; problems it may have, they are told with the draft and keep it from
/// being published. Answers with the workflow's id.</summary>
/// <param name="Source">The JSON, as Elsa Studio exports it; at most <see cref="LongestSource"/> characters.</param>
/// <param name="Note">What it is about.</param>
/// <param name="Version">The version of the draft that was seen; null: there was none.</param>
public sealed record SaveDefinitionDraft(string Source, string Note, int? Version) : ICommand<string>, IRule<SaveDefinitionDraft>
{
    /// <summary>More than ten times what the program's own largest definition has.</summary>
    public const int LongestSource = 2_000_000;

    /// <inheritdoc />
    public static Who<SaveDefinitionDraft> Who => People.Who.Holds<SaveDefinitionDraft>(Role.Administrator);
}

internal sealed class SaveDefinitionDraftValidator : AbstractValidator<SaveDefinitionDraft>
{
    public SaveDefinitionDraftValidator()
    {
        RuleFor(request => request.Source).NotEmpty().WithErrorCode("input.required").MaximumLength(SaveDefinitionDraft.LongestSource).WithErrorCode("input.too-long");
        RuleFor(request => request.Note).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
    }
}

internal sealed class SaveDefinitionDraftHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<SaveDefinitionDraft, Result<string>>
{
    public async Task<Result<string>> Handle(SaveDefinitionDraft request, CancellationToken cancellationToken)
    {
        var read = Publishing.Read(request.Source);
        if (read.Error is { } unreadable)
            return unreadable;
        var definition = read.Value;
        var (note, by, now) = (request.Note.Trim(), Publishing.By(scope.Actor), clock.GetUtcNow().UtcDateTime);
        var draft = await db.Locked<DraftDefinition>().SingleOrDefaultAsync(row => row.DefinitionId == definition.DefinitionId, cancellationToken);
        if (draft is null)
            db.Add(new DraftDefinition { DefinitionId = definition.DefinitionId, Source = definition.Source, Sha256 = definition.Sha256, Note = note, SavedAt = now, SavedBy = by });
        else if (draft.DiscardedAt is null && request.Version is null)
            return Error.Of("definition-draft.already-there", ("definition", definition.DefinitionId));
        else if (draft.DiscardedAt is null && request.Version != draft.Version)
            return Error.Of("version.stale", ("seen", request.Version), ("now", draft.Version));
        else
            (draft.Source, draft.Sha256, draft.Note, draft.SavedAt, draft.SavedBy, draft.DiscardedAt) = (definition.Source, definition.Sha256, note, now, by, null);
        return definition.DefinitionId;
    }
}
