using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>What a move of the running cases of one version to another would do: for each whether it can be moved, and why not.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="From">The version that the cases run on.</param>
/// <param name="To">The version that they would run on.</param>
/// <param name="After">Where the page begins.</param>
/// <param name="Limit">Most cases at once.</param>
public sealed record PreviewMove(string DefinitionId, int From, int To, long? After, int Limit) : IQuery<MovePreview>, IRule<PreviewMove>
{
    /// <summary>Most cases at once.</summary>
    public const int MostCases = 200;

    /// <inheritdoc />
    public static Who<PreviewMove> Who => People.Who.Holds<PreviewMove>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>The preview of a move.</summary>
/// <param name="Title">The workflow's title in the version that cases would run on.</param>
/// <param name="Running">How many cases run on the version they would leave.</param>
/// <param name="Cases">This page of them, oldest first.</param>
public sealed record MovePreview(LocalText Title, int Running, IReadOnlyList<MovableCase> Cases);

/// <summary>One running case.</summary>
/// <param name="Sequence">Cursor of the next page.</param>
/// <param name="InstanceId">The case.</param>
/// <param name="Number">Aktenzeichen, or null for a case of another kind.</param>
/// <param name="Waits">What it waits at: activities as people see them.</param>
/// <param name="Obstacles">Why it cannot be moved; empty when it can.</param>
public sealed record MovableCase(long Sequence, Guid InstanceId, string? Number, IReadOnlyList<LocalText> Waits, IReadOnlyList<MoveObstacle> Obstacles);

internal sealed class PreviewMoveHandler(GovernanceDb db, DefinitionStore definitions) : IRequestHandler<PreviewMove, Result<MovePreview>>
{
    public async Task<Result<MovePreview>> Handle(PreviewMove request, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(db, request.DefinitionId, request.From, cancellationToken) is not { } from
            || await definitions.FindAsync(db, request.DefinitionId, request.To, cancellationToken) is not { } to)
            return Error.Of("process.not-found");
        var running = db.Set<ProcessInstance>().AsNoTracking().Where(row => row.DefinitionId == request.DefinitionId && row.DefinitionNumber == request.From && row.Status == ProcessStatus.Suspended);
        var rows = await running.Where(row => request.After == null || row.Sequence > request.After).OrderBy(row => row.Sequence).Take(Math.Clamp(request.Limit, 1, PreviewMove.MostCases))
            .Select(row => new { row.Sequence, row.Id, row.State, Number = db.Set<Proposal>().Where(proposal => proposal.Id == row.SubjectId).Select(proposal => proposal.Number).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var cases = rows.ConvertAll(row =>
        {
            var state = WorkflowState.Parse(row.State);
            return new MovableCase(row.Sequence, row.Id, row.Number, [.. state.Bookmarks.Select(mark => ProcessMap.NameOf(from, mark.ActivityId))], StateMove.Of(state, from, to).Obstacles);
        });
        return new MovePreview(DefinitionsHandler.TitleOf(to), await running.CountAsync(cancellationToken), cases);
    }
}
