using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Dry run: what cases have lived through is lived again on another version of their workflow, and it is told what would have been
/// otherwise and where running cases would stand. Nothing is written. What a case was not asked then is tried on the rows of today.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Number">The version that is tried, or null for the draft.</param>
/// <param name="Before">Where the page begins: cases older than this one.</param>
/// <param name="Limit">Most cases at once, newest first.</param>
public sealed record TryDefinition(string DefinitionId, int? Number, long? Before, int Limit) : IQuery<DryRun>, IRule<TryDefinition>
{
    /// <summary>Most cases at once.</summary>
    public const int MostCases = 500;

    /// <inheritdoc />
    public static Who<TryDefinition> Who => People.Who.Holds<TryDefinition>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>What came of a dry run.</summary>
/// <param name="Title">The workflow's title in the version that was tried.</param>
/// <param name="All">How many cases of the workflow there are.</param>
/// <param name="Cases">This page of them: those that would have gone elsewhere first, then newest first.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record DryRun(LocalText Title, int All, IReadOnlyList<TriedCase> Cases, long? Next);

/// <summary>One case.</summary>
/// <param name="InstanceId">The case.</param>
/// <param name="Number">Aktenzeichen, or null for a case of another kind.</param>
/// <param name="Version">The version it runs or ran on.</param>
/// <param name="IsRunning">False when it has ended.</param>
/// <param name="Verdict">How it would have fared; null when its journal cannot be read, which <c>governance verify</c> tells too.</param>
/// <param name="Differences">What would differ, in the order of its life.</param>
public sealed record TriedCase(Guid InstanceId, string? Number, int Version, bool IsRunning, ReplayVerdict? Verdict, IReadOnlyList<TriedDifference> Differences)
{
    /// <summary>Where a running case waits and would wait no more.</summary>
    public IReadOnlyList<LocalText> Closes { get; init; } = [];

    /// <summary>Where a running case does not wait and would.</summary>
    public IReadOnlyList<LocalText> Opens { get; init; } = [];

    /// <summary>What a running case waits for by another day.</summary>
    public IReadOnlyList<TriedDeadline> Deadlines { get; init; } = [];

    /// <summary>Why a running case could not be moved to the version; empty when it could, or runs on it.</summary>
    public IReadOnlyList<MoveObstacle> Obstacles { get; init; } = [];
}

/// <summary>A difference, with the activity as people see it.</summary>
public sealed record TriedDifference(LocalText Activity, ReplayDifference What);

/// <summary>A deadline that would be another (UTC).</summary>
public sealed record TriedDeadline(LocalText Activity, DateTime Is, DateTime WouldBe);

internal sealed class TryDefinitionHandler(GovernanceDb db, DefinitionStore definitions, CaseTrials trials) : IRequestHandler<TryDefinition, Result<DryRun>>
{
    public async Task<Result<DryRun>> Handle(TryDefinition request, CancellationToken cancellationToken)
    {
        if (await VersionAsync(request, cancellationToken) is not { } tried)
            return Error.Of("process.not-found");
        var limit = Math.Clamp(request.Limit, 1, TryDefinition.MostCases);
        var all = db.Set<ProcessInstance>().AsNoTracking().Where(row => row.DefinitionId == request.DefinitionId);
        var rows = await all.Where(row => request.Before == null || row.Sequence < request.Before).OrderByDescending(row => row.Sequence).Take(limit)
            .Select(row => new { Instance = row, Number = db.Set<Proposal>().Where(proposal => proposal.Id == row.SubjectId).Select(proposal => proposal.Number).FirstOrDefault() }).ToListAsync(cancellationToken);
        var numbers = rows.ToDictionary(row => row.Instance.Id, row => row.Number);
        var cases = await trials.OfAsync([.. rows.Select(row => row.Instance)], tried, cancellationToken);
        return new DryRun(
            DefinitionsHandler.TitleOf(tried), await all.CountAsync(cancellationToken), [.. cases.Select(one => one with { Number = numbers[one.InstanceId] }).OrderByDescending(one => one.Verdict is null ? ReplayVerdict.AnotherWay : one.Verdict)],
            rows.Count == limit ? rows[^1].Instance.Sequence : null);
    }

    private async Task<WorkflowDefinition?> VersionAsync(TryDefinition request, CancellationToken ct)
    {
        if (request.Number is { } number)
            return await definitions.FindAsync(db, request.DefinitionId, number, ct);
        var source = await db.Set<DraftDefinition>().AsNoTracking().Where(row => row.DefinitionId == request.DefinitionId && row.DiscardedAt == null).Select(row => row.Source).SingleOrDefaultAsync(ct);
        return source is not null && Publishing.Read(source) is { IsSuccess: true } read ? read.Value : null;
    }
}
