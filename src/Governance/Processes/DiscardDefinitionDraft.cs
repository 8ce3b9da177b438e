using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

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
        if (await db.Locked<DraftDefinition>().SingleOrDefaultAsync(row => row.DefinitionId == request.DefinitionId && row.DiscardedAt == null, cancellationToken) is not { } draft)
            return Error.Of("definition-draft.not-found");
        if (draft.Version != request.Version)
            return Error.Of("version.stale", ("seen", request.Version), ("now", draft.Version));
        draft.DiscardedAt = clock.GetUtcNow().UtcDateTime;
        return new Done();
    }
}
