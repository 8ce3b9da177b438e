using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The draft of a workflow, with what is wrong with it.</summary>
public sealed record GetDefinitionDraft(string DefinitionId) : IQuery<DraftDetails>, IRule<GetDefinitionDraft>
{
    /// <inheritdoc />
    public static Who<GetDefinitionDraft> Who => People.Who.Holds<GetDefinitionDraft>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>A draft for reading.</summary>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="Version">To be named when it is changed, published or discarded.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it does, or empty.</param>
/// <param name="Note">What it is about.</param>
/// <param name="SavedAt">When it was saved (UTC).</param>
/// <param name="SavedBy">By whom; null: it came with the program.</param>
/// <param name="Newest">The newest published version, or null for a new workflow.</param>
/// <param name="IsSame">True when that is the very same text.</param>
/// <param name="Map">Stations and ways.</param>
/// <param name="Problems">What is wrong; errors keep it from being published.</param>
public sealed record DraftDetails(
    string DefinitionId, int Version, LocalText Title, LocalText Description, string Note, DateTime SavedAt, string? SavedBy, int? Newest, bool IsSame, ProcessMap Map, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>False while an error stands.</summary>
    public bool IsPublishable => Problems.All(problem => problem.Severity == ProblemSeverity.Warning);
}

internal sealed class GetDefinitionDraftHandler(GovernanceDb db, AllowedAddresses addresses) : IRequestHandler<GetDefinitionDraft, Result<DraftDetails>>
{
    public async Task<Result<DraftDetails>> Handle(GetDefinitionDraft request, CancellationToken cancellationToken)
    {
        var row = await db.Set<DraftDefinition>().AsNoTracking().Where(draft => draft.DefinitionId == request.DefinitionId && draft.DiscardedAt == null)
            .Select(draft => new { Draft = draft, By = db.Set<Person>().Where(person => person.Id == draft.SavedBy).Select(person => person.FullName).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return Error.Of("definition-draft.not-found");
        var newest = await db.Set<PublishedDefinition>().AsNoTracking().Where(version => version.DefinitionId == request.DefinitionId)
            .OrderByDescending(version => version.Number).Select(version => new { version.Number, version.Sha256 }).FirstOrDefaultAsync(cancellationToken);
        var details = new DraftDetails(
            request.DefinitionId, row.Draft.Version, new(request.DefinitionId, request.DefinitionId), new("", ""), row.Draft.Note, row.Draft.SavedAt, row.By,
            newest?.Number, newest?.Sha256 == row.Draft.Sha256, new([], []), []);
        var read = Publishing.Read(row.Draft.Source);

        // An earlier release could read it, this one cannot.
        if (read.Error is { } unreadable)
            return details with { Problems = [new("unreadable", ProblemSeverity.Error, "", $"{unreadable.Facts.GetValueOrDefault("why") ?? unreadable.Code}")] };
        return details with
        {
            Title = DefinitionsHandler.TitleOf(read.Value), Description = DefinitionsHandler.DescriptionOf(read.Value), Map = ProcessMap.Of(read.Value), Problems = DefinitionCheck.Of(read.Value, await Publishing.NamesAsync(db, addresses, cancellationToken)),
        };
    }
}
