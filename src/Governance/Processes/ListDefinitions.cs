using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The published definitions with their versions and how many cases run on each.</summary>
public sealed record ListDefinitions : IQuery<IReadOnlyList<DefinitionLine>>, IRule<ListDefinitions>
{
    /// <inheritdoc />
    public static Who<ListDefinitions> Who => People.Who.Holds<ListDefinitions>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>A definition, by its newest version, newest first; a new one has a draft alone.</summary>
public sealed record DefinitionLine(string DefinitionId, LocalText Title, IReadOnlyList<DefinitionVersion> Versions)
{
    /// <summary>When its draft was saved (UTC), or null when there is none.</summary>
    public DateTime? DraftSavedAt { get; init; }

    /// <summary>The version on which new cases begin, or null.</summary>
    public DefinitionVersion? Current => Versions.FirstOrDefault(version => version.RetiredAt is null);
}

/// <summary>A published version; instants in UTC.</summary>
/// <param name="Id">Subject of its history.</param>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">By whom; null: it came with the program.</param>
/// <param name="Note">Why.</param>
/// <param name="Sha256">Of its text.</param>
/// <param name="RetiredAt">Since when no case begins on it, or null.</param>
/// <param name="Running">How many cases run on it.</param>
public sealed record DefinitionVersion(Guid Id, int Number, DateTime PublishedAt, string? PublishedBy, string Note, string Sha256, DateTime? RetiredAt, int Running);

/// <summary>A version as a picture, with the cases that run on it by where they wait.</summary>
public sealed record GetDefinition(string DefinitionId, int? Number = null) : IQuery<DefinitionDetails>, IRule<GetDefinition>
{
    /// <inheritdoc />
    public static Who<GetDefinition> Who => People.Who.Holds<GetDefinition>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>A version for reading.</summary>
/// <param name="DefinitionId">Its id.</param>
/// <param name="Number">The version shown.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it does, or empty.</param>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Map">Stations and ways.</param>
/// <param name="Waiting">Cases of this version by the activity they wait at.</param>
/// <param name="Incidents">Cases of this version that an error has stopped, by activity.</param>
/// <param name="Stays">How long cases of this version stayed at each activity over the last twelve months.</param>
public sealed record DefinitionDetails(
    string DefinitionId, int Number, LocalText Title, LocalText Description, IReadOnlyList<DefinitionVersion> Versions, ProcessMap Map,
    IReadOnlyDictionary<string, int> Waiting, IReadOnlyDictionary<string, int> Incidents, IReadOnlyDictionary<string, ActivityStay> Stays)
{
    /// <summary>When the workflow's draft was saved (UTC), or null when there is none.</summary>
    public DateTime? DraftSavedAt { get; init; }

    /// <summary>What is wrong with it today: warnings with which it was published, and what it names that there is no more.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; init; } = [];

    /// <summary>The latest moves of running cases between its versions, newest first; at most 20.</summary>
    public IReadOnlyList<MoveLine> Moves { get; init; } = [];

    /// <summary>The workflows in force that start it: they would stop there if no case began on it any more.</summary>
    public IReadOnlyList<StartingDefinition> StartedBy { get; init; } = [];

    /// <summary>By what its cases begin that nobody starts; empty for a version on which none begin any more.</summary>
    public IReadOnlyList<DefinitionStart> Starts { get; init; } = [];

    /// <summary>Who begins its cases by hand: names of roles, or <c>owner</c>; empty: nobody, or none begin on this version any more.</summary>
    public IReadOnlyList<string> BegunBy { get; init; } = [];
}

/// <summary>A move of running cases.</summary>
/// <param name="Id">Its record (<see cref="GetMove"/>).</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">By whom.</param>
/// <param name="From">The version that they ran on.</param>
/// <param name="To">The version that they were moved to.</param>
/// <param name="Moved">How many were moved.</param>
/// <param name="Stayed">How many of the chosen were not.</param>
public sealed record MoveLine(Guid Id, DateTime At, string By, int From, int To, int Moved, int Stayed);

/// <summary>A workflow that starts another.</summary>
public sealed record StartingDefinition(string DefinitionId, LocalText Title);

/// <summary>By what a case begins that nobody starts.</summary>
/// <param name="Activity">The activity that says so.</param>
/// <param name="EventName">The event by which, or null.</param>
/// <param name="At">When the next one begins (UTC), or null.</param>
public sealed record DefinitionStart(LocalText Activity, string? EventName, DateTime? At);

internal sealed class DefinitionsHandler(GovernanceDb db, DefinitionStore definitions, AllowedAddresses addresses, TimeProvider clock) :
    IRequestHandler<ListDefinitions, Result<IReadOnlyList<DefinitionLine>>>, IRequestHandler<GetDefinition, Result<DefinitionDetails>>
{
    private const int LatestMoves = 20;

    public async Task<Result<IReadOnlyList<DefinitionLine>>> Handle(ListDefinitions request, CancellationToken cancellationToken)
    {
        var lines = new List<DefinitionLine>();
        foreach (var versions in (await VersionsAsync(null, cancellationToken)).GroupBy(row => row.DefinitionId, row => row.Version, StringComparer.Ordinal).OrderBy(id => id.Key, StringComparer.Ordinal))
        {
            var newest = await definitions.GetAsync(db, versions.Key, versions.Max(version => version.Number), cancellationToken);
            lines.Add(new(versions.Key, TitleOf(newest), [.. versions]));
        }

        foreach (var draft in await db.Set<DraftDefinition>().AsNoTracking().Where(row => row.DiscardedAt == null).OrderBy(row => row.DefinitionId)
            .Select(row => new { row.DefinitionId, row.SavedAt, Source = db.Set<PublishedDefinition>().Any(version => version.DefinitionId == row.DefinitionId) ? null : row.Source }).ToListAsync(cancellationToken))
        {
            var at = lines.FindIndex(line => line.DefinitionId == draft.DefinitionId);
            if (at >= 0)
                lines[at] = lines[at] with { DraftSavedAt = draft.SavedAt };
            else
                lines.Add(new(draft.DefinitionId, Publishing.Read(draft.Source!) is { IsSuccess: true } read ? TitleOf(read.Value) : new(draft.DefinitionId, draft.DefinitionId), []) { DraftSavedAt = draft.SavedAt });
        }

        return Result.Ok<IReadOnlyList<DefinitionLine>>(lines);
    }

    public async Task<Result<DefinitionDetails>> Handle(GetDefinition request, CancellationToken cancellationToken)
    {
        var versions = (await VersionsAsync(request.DefinitionId, cancellationToken)).ConvertAll(row => row.Version);
        if (versions.Find(version => request.Number is null || version.Number == request.Number) is not { } shown)
            return Error.Of("process.not-found");
        var isInForce = versions.Find(version => version.RetiredAt is null)?.Number == shown.Number;
        var definition = await definitions.GetAsync(db, request.DefinitionId, shown.Number, cancellationToken);
        var instances = db.Set<ProcessInstance>().Where(row => row.DefinitionId == request.DefinitionId && row.DefinitionNumber == shown.Number);
        var waiting = await db.Set<Bookmark>().Join(instances, mark => mark.InstanceId, row => row.Id, (mark, row) => mark)
            .GroupBy(mark => mark.ActivityId).Select(at => new { at.Key, Cases = at.Select(mark => mark.InstanceId).Distinct().Count() })
            .ToDictionaryAsync(at => at.Key, at => at.Cases, StringComparer.Ordinal, cancellationToken);
        var incidents = await db.Set<Incident>().Where(row => row.ResolvedAt == null).Join(instances, incident => incident.InstanceId, row => row.Id, (incident, row) => incident)
            .GroupBy(incident => incident.ActivityId).Select(at => new { at.Key, Cases = at.Count() })
            .ToDictionaryAsync(at => at.Key, at => at.Cases, StringComparer.Ordinal, cancellationToken);
        return new DefinitionDetails(request.DefinitionId, shown.Number, TitleOf(definition), DescriptionOf(definition), versions, ProcessMap.Of(definition), waiting, incidents, await StaysAsync(request.DefinitionId, shown.Number, cancellationToken))
        {
            DraftSavedAt = await db.Set<DraftDefinition>().Where(row => row.DefinitionId == request.DefinitionId && row.DiscardedAt == null).Select(row => (DateTime?)row.SavedAt).SingleOrDefaultAsync(cancellationToken),
            Problems = DefinitionCheck.Of(definition, await Publishing.NamesAsync(db, addresses, cancellationToken)),
            StartedBy = await StartedByAsync(request.DefinitionId, cancellationToken),
            Moves = await MovesAsync([.. versions.Select(version => version.Id)], cancellationToken),
            Starts = isInForce ? await StartsAsync(definition, cancellationToken) : [],
            BegunBy = isInForce && BeginForm.BegunBy(definition) is { } by ? by.Split(' ') : [],
        };
    }

    private async Task<IReadOnlyList<StartingDefinition>> StartedByAsync(string definitionId, CancellationToken ct)
    {
        var inForce = await db.Set<PublishedDefinition>().Where(row => row.RetiredAt == null && row.DefinitionId != definitionId).GroupBy(row => row.DefinitionId)
            .Select(versions => new { DefinitionId = versions.Key, Number = versions.Max(row => row.Number) }).OrderBy(version => version.DefinitionId).ToListAsync(ct);
        var starting = new List<StartingDefinition>();
        foreach (var version in inForce)
            if (await definitions.GetAsync(db, version.DefinitionId, version.Number, ct) is var other && MissingReferences.WorkflowsIn(other).Contains(definitionId))
                starting.Add(new(version.DefinitionId, TitleOf(other)));
        return starting;
    }

    private async Task<IReadOnlyList<MoveLine>> MovesAsync(Guid[] versions, CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(entry => versions.Contains(entry.SubjectId) && entry.Action == MoveRecord.Action)
            .OrderByDescending(entry => entry.Sequence).Take(LatestMoves).ToListAsync(ct);
        return entries.ConvertAll(entry =>
        {
            var record = MoveRecord.Read(entry.Facts);
            return new MoveLine(entry.Id, entry.At, entry.ActorName, record.From, record.To, record.Moved, record.Stayed);
        });
    }

    private async Task<IReadOnlyList<DefinitionStart>> StartsAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        var kept = await db.Set<CaseTrigger>().AsNoTracking().Where(row => row.DefinitionId == definition.DefinitionId).ToDictionaryAsync(row => row.ActivityId, StringComparer.Ordinal, ct);
        return [.. StartTrigger.Of(definition, clock.GetUtcNow()).Where(trigger => kept.ContainsKey(trigger.ActivityId))
            .Select(trigger => new DefinitionStart(ProcessMap.NameOf(definition, trigger.ActivityId), trigger.EventName, kept[trigger.ActivityId].FiresAt))];
    }

    private async Task<Dictionary<string, ActivityStay>> StaysAsync(string definition, int number, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddMonths(-12);
        var counts = await db.Set<StationWait>().AsNoTracking().Where(wait => wait.EndedAt >= since && wait.DefinitionId == definition && wait.DefinitionNumber == number)
            .GroupBy(wait => new { wait.ActivityId, wait.Hours }).Select(same => new { same.Key.ActivityId, same.Key.Hours, Count = same.Count() }).ToListAsync(ct);
        return counts.GroupBy(one => one.ActivityId, StringComparer.Ordinal)
            .ToDictionary(activity => activity.Key, activity => ActivityStay.Of(activity.Select(one => (one.Hours, one.Count))), StringComparer.Ordinal);
    }

    private async Task<List<(string DefinitionId, DefinitionVersion Version)>> VersionsAsync(string? definition, CancellationToken ct)
    {
        var rows = await db.Set<PublishedDefinition>().AsNoTracking().Where(row => definition == null || row.DefinitionId == definition)
            .OrderByDescending(row => row.Number).Select(row => new
            {
                row.DefinitionId, row.Id, row.Number, row.PublishedAt, row.Note, row.Sha256, row.RetiredAt, By = db.Set<Person>().Where(person => person.Id == row.PublishedBy).Select(person => person.FullName).FirstOrDefault(),
            }).ToListAsync(ct);
        var running = await db.Set<ProcessInstance>().Where(row => row.Status == ProcessStatus.Suspended || row.Status == ProcessStatus.Running || row.Status == ProcessStatus.Faulted)
            .GroupBy(row => new { row.DefinitionId, row.DefinitionNumber }).Select(version => new { version.Key, Count = version.Count() }).ToListAsync(ct);
        return rows.ConvertAll(row => (row.DefinitionId, new DefinitionVersion(
            row.Id, row.Number, row.PublishedAt, row.By, row.Note, row.Sha256, row.RetiredAt,
            running.Find(version => version.Key.DefinitionId == row.DefinitionId && version.Key.DefinitionNumber == row.Number)?.Count ?? 0)));
    }

    internal static LocalText TitleOf(WorkflowDefinition definition) => definition.CustomProperties?["title"] is { } title
        ? new((string?)title["de"] ?? definition.Name, (string?)title["en"] ?? definition.Name)
        : new(definition.Name, definition.Name);

    // Elsa has one description: both languages stand in it, German first.
    internal static LocalText DescriptionOf(WorkflowDefinition definition)
    {
        var parts = (definition.Description ?? "").Split(" / ", 2);
        return new(parts[0].Trim(), parts[^1].Trim());
    }
}
