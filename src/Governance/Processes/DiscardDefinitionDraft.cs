using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Processes;

/// <summary>Discards the draft of a workflow.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version of the draft that was seen.</param>
public sealed record DiscardDefinitionDraft(string DefinitionId, int Version) : ICommand<Done>, IRule<DiscardDefinitionDraft>
{
    /// <inheritdoc />
    public static Who<DiscardDefinitionDraft> Who => People.Who.Holds<DiscardDefinitionDraft>(Role.Administrator);
}

internal sealed class DiscardDefinitionDraftHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<DiscardDefinitionDraft, Result<Done>>
{
    public async Task<Result<Done>> Handle(DiscardDefinitionDraft request, CancellationToken cancellationToken)
    {
        var draft = await DraftDefinition.LockAsync(db, request.DefinitionId, request.Version, cancellationToken);
        if (draft.Error is { } refused)
            return refused;
        draft.Value.DiscardedAt = clock.GetUtcNow().UtcDateTime;
        return new Done();
    }
}
