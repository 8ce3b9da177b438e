using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>A definition that comes with the program, at each start: a text that is new becomes the next published version, unless people have
/// published their own since; then it becomes the draft, for them to judge, unless they are at work on one or discarded this text before.</summary>
/// <param name="Source">The text.</param>
/// <param name="File">Where it comes from; stands as the note.</param>
public sealed record OfferDefinition(string Source, string File) : ICommand<OfferTaken>, IRule<OfferDefinition>
{
    /// <inheritdoc />
    public static Who<OfferDefinition> Who => People.Who.Program<OfferDefinition>();
}

/// <summary>What became of an offer.</summary>
public enum OfferTaken
{
    /// <summary>Nothing: it is known.</summary>
    Known,

    /// <summary>It is the newest version now.</summary>
    Published,

    /// <summary>It is the draft now.</summary>
    Draft,

    /// <summary>Nothing: people are at work on a draft of their own.</summary>
    Waits,
}

internal sealed class OfferDefinitionHandler(GovernanceDb db, AllowedAddresses addresses, AuditTrail audit, TimeProvider clock) : IRequestHandler<OfferDefinition, Result<OfferTaken>>
{
    public async Task<Result<OfferTaken>> Handle(OfferDefinition request, CancellationToken cancellationToken)
    {
        // Known by its text: nothing to read, and no script to compile, at every start of the program.
        var sha256 = WorkflowDefinition.HashOf(request.Source);
        if (await db.Set<PublishedDefinition>().AnyAsync(row => row.Sha256 == sha256, cancellationToken)
            || await db.Set<DraftDefinition>().AnyAsync(row => row.Sha256 == sha256, cancellationToken))
            return OfferTaken.Known;
        var read = Publishing.Read(request.Source);
        if (read.Error is { } unreadable)
            return unreadable;
        var definition = read.Value;

        // Those that come with the program come one after the other; that there is each that one names is a test's.
        if (Publishing.Check(definition, await Publishing.NamesAsync(db, addresses, cancellationToken) with { Workflows = null }) is { } invalid)
            return invalid;
        var now = clock.GetUtcNow().UtcDateTime;
        var newest = await db.Set<PublishedDefinition>().AsNoTracking().Where(row => row.DefinitionId == definition.DefinitionId)
            .OrderByDescending(row => row.Number).Select(row => new { row.PublishedBy }).FirstOrDefaultAsync(cancellationToken);
        if (newest?.PublishedBy is null)
        {
            _ = await Publishing.AddAsync(db, audit, definition, request.File, by: null, now, cancellationToken);
            return OfferTaken.Published;
        }

        if (await db.Set<DraftDefinition>().SingleOrDefaultAsync(row => row.DefinitionId == definition.DefinitionId, cancellationToken) is not { } draft)
            db.Add(new DraftDefinition { DefinitionId = definition.DefinitionId, Source = definition.Source, Sha256 = sha256, Note = request.File, SavedAt = now, SavedBy = null });
        else if (draft.DiscardedAt is null && draft.SavedBy is not null)
            return OfferTaken.Waits;
        else
            (draft.Source, draft.Sha256, draft.Note, draft.SavedAt, draft.SavedBy, draft.DiscardedAt) = (definition.Source, sha256, request.File, now, null, null);
        return OfferTaken.Draft;
    }
}
