using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>What happened in a case, step by step, as the engine wrote it down. The matter itself is left out: who administers workflows has no say
/// in it; reasons and fields of answers are in the proposal's history.</summary>
/// <param name="InstanceId">The case.</param>
/// <param name="After">Where the page begins: after this entry.</param>
/// <param name="Limit">Most steps at once, at most <see cref="MostSteps"/>.</param>
public sealed record GetJournal(Guid InstanceId, long? After, int Limit) : IQuery<CaseJournal>, IRule<GetJournal>
{
    /// <summary>Most steps at once.</summary>
    public const int MostSteps = 200;

    /// <summary>Most cases that it started.</summary>
    public const int MostChildren = 100;

    /// <inheritdoc />
    public static Who<GetJournal> Who => People.Who.Holds<GetJournal>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>A case's journal.</summary>
/// <param name="Number">Aktenzeichen, or null for a case of another kind.</param>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="DefinitionNumber">The version it runs on.</param>
/// <param name="Title">The workflow's title.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Entries">How many entries its journal has.</param>
/// <param name="Map">Stations and ways of that version.</param>
/// <param name="Waiting">Where it waits, and where it has failed.</param>
/// <param name="Steps">This page of its steps, oldest first.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record CaseJournal(
    string? Number, string DefinitionId, int DefinitionNumber, LocalText Title, ProcessStatus Status, long Entries, ProcessMap Map, IReadOnlyList<string> Waiting, IReadOnlyList<CaseStep> Steps, long? Next)
{
    /// <summary>The activities that were done in these steps.</summary>
    public required IReadOnlySet<string> Passed { get; init; }

    /// <summary>The case that started it, or null.</summary>
    public RelatedCase? Parent { get; init; }

    /// <summary>The cases that it started, newest first, at most <see cref="GetJournal.MostChildren"/>.</summary>
    public IReadOnlyList<RelatedCase> Children { get; init; } = [];
}

/// <summary>A case that started another, or was started by it.</summary>
/// <param name="InstanceId">Which.</param>
/// <param name="Title">The title of its workflow.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StartedAt">When it began (UTC).</param>
public sealed record RelatedCase(Guid InstanceId, LocalText Title, ProcessStatus Status, DateTime StartedAt);

/// <summary>One step: what made the case go on, and what came of it.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="First">Number of its first entry.</param>
/// <param name="Cause">What made it go on.</param>
/// <param name="Where">Where, or null for the case as a whole.</param>
/// <param name="Detail">Outcomes of the answer, the event's name, the versions of a move; or null.</param>
/// <param name="Events">What came of it.</param>
public sealed record CaseStep(DateTime At, long First, StepCause Cause, LocalText? Where, LocalText? Detail, IReadOnlyList<CaseEvent> Events);

/// <summary>What made a case go on.</summary>
public enum StepCause
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>Somebody, or a timer of the product, answered.</summary>
    Answered,

    /// <summary>What it waited for has failed.</summary>
    Failed,

    /// <summary>A waiting time was over.</summary>
    Elapsed,

    /// <summary>An event came.</summary>
    Event,

    /// <summary>A failed activity was tried again.</summary>
    Retried,

    /// <summary>A failed activity was skipped.</summary>
    Skipped,

    /// <summary>It was ended from outside.</summary>
    Cancelled,

    /// <summary>It was moved to another version.</summary>
    Moved,
}

/// <summary>What happened to one activity, or to the case as a whole (then it has no name).</summary>
/// <param name="Activity">Which, or null.</param>
/// <param name="What">Completed, waiting, failed, cancelled, or how the case then stood.</param>
/// <param name="Detail">The outcomes, or the message of a failure; or null.</param>
public sealed record CaseEvent(LocalText? Activity, JournalEvent What, LocalText? Detail)
{
    /// <summary>True for what only lies between two stations: people need not read it.</summary>
    public bool IsSilent { get; init; }
}

internal sealed class GetJournalHandler(GovernanceDb db, DefinitionStore definitions) : IRequestHandler<GetJournal, Result<CaseJournal>>
{
    // Begun, answered by the host, resumed: what follows says more.
    private static readonly HashSet<JournalEvent> Told =
    [
        JournalEvent.Completed, JournalEvent.Waiting, JournalEvent.Faulted, JournalEvent.Canceled, JournalEvent.EventQueued,
        JournalEvent.InstanceFinished, JournalEvent.InstanceFaulted, JournalEvent.InstanceCancelled,
    ];

    public async Task<Result<CaseJournal>> Handle(GetJournal request, CancellationToken cancellationToken)
    {
        var row = await db.Set<ProcessInstance>().AsNoTracking().Where(one => one.Id == request.InstanceId)
            .Select(one => new
            {
                one.DefinitionId, one.DefinitionNumber, one.Status, one.JournalLength, one.ParentId, Number = db.Set<Proposal>().Where(proposal => proposal.Id == one.SubjectId).Select(proposal => proposal.Number).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return Error.Of("process.not-found");
        var definition = await definitions.GetAsync(db, row.DefinitionId, row.DefinitionNumber, cancellationToken);
        var limit = Math.Clamp(request.Limit, 1, GetJournal.MostSteps);
        var steps = await db.Set<JournalStep>().AsNoTracking().Where(step => step.InstanceId == request.InstanceId && (request.After == null || step.First > request.After))
            .OrderBy(step => step.First).Take(limit).ToListAsync(cancellationToken);
        var waiting = await db.Set<Bookmark>().Where(mark => mark.InstanceId == request.InstanceId).Select(mark => mark.ActivityId)
            .Concat(db.Set<Incident>().Where(incident => incident.InstanceId == request.InstanceId && incident.ResolvedAt == null).Select(incident => incident.ActivityId)).ToListAsync(cancellationToken);
        return new CaseJournal(
            row.Number, row.DefinitionId, row.DefinitionNumber, DefinitionsHandler.TitleOf(definition), row.Status, row.JournalLength, ProcessMap.Of(definition), waiting,
            steps.ConvertAll(step => Of(step, definition)), steps.Count == limit ? steps[^1].First : null)
        {
            Passed = steps.SelectMany(step => JournalStep.Read(step.Entries)).Where(entry => entry.Event == JournalEvent.Completed).Select(entry => entry.Activity).ToHashSet(StringComparer.Ordinal),
            Parent = row.ParentId is { } parent ? (await RelatedAsync(one => one.Id == parent, cancellationToken))[0] : null,
            Children = await RelatedAsync(one => one.ParentId == request.InstanceId, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<RelatedCase>> RelatedAsync(Expression<Func<ProcessInstance, bool>> which, CancellationToken ct)
    {
        var rows = await db.Set<ProcessInstance>().AsNoTracking().Where(which).OrderByDescending(row => row.Sequence).Take(GetJournal.MostChildren)
            .Select(row => new { row.Id, row.DefinitionId, row.DefinitionNumber, row.Status, row.StartedAt }).ToListAsync(ct);
        var related = new List<RelatedCase>();
        foreach (var row in rows)
            related.Add(new(row.Id, DefinitionsHandler.TitleOf(await definitions.GetAsync(db, row.DefinitionId, row.DefinitionNumber, ct)), row.Status, row.StartedAt));
        return related;
    }

    private static CaseStep Of(JournalStep step, WorkflowDefinition definition)
    {
        var entries = JournalStep.Read(step.Entries);
        var where = entries.FirstOrDefault(entry => entry.Event is JournalEvent.Resumed or JournalEvent.Retried or JournalEvent.Skipped)?.Activity;
        var (cause, detail) = CauseOf(step, entries, where is null ? null : definition.Find(where));
        return new(
            step.At, step.First, cause, where is null ? null : ProcessMap.NameOf(definition, where), detail,
            [.. entries.Where(entry => Told.Contains(entry.Event) && definition.Find(entry.Activity)?.Children.Count is not > 0).Select(entry => Of(entry, definition))]);
    }

    private static (StepCause Cause, LocalText? Detail) CauseOf(JournalStep step, IReadOnlyList<JournalEntry> entries, ActivityNode? where)
    {
        if (step.Stimulus is null)
            return entries[0].Event == JournalEvent.InstanceMoved
                ? (StepCause.Moved, Plain($"{entries[0].Detail?[JournalStep.MovedFrom]} → {entries[0].Detail?[JournalStep.MovedTo]}")) : (StepCause.Started, null);
        return Stimulus.Parse(JsonNode.Parse(step.Stimulus)) switch
        {
            Stimulus.ResumeBookmark resume => (StepCause.Answered, OutcomeWords.Of(where, resume.Outcomes)),
            Stimulus.TaskCompleted => (StepCause.Answered, null),
            Stimulus.FaultBookmark => (StepCause.Failed, null),
            Stimulus.Elapse => (StepCause.Elapsed, null),
            Stimulus.PublishEvent published => (StepCause.Event, Plain(published.Name)),
            Stimulus.RetryIncident => (StepCause.Retried, null),
            Stimulus.SkipIncident skip => (StepCause.Skipped, OutcomeWords.Of(where, skip.Outcomes)),
            _ => (StepCause.Cancelled, null),
        };
    }

    private static CaseEvent Of(JournalEntry entry, WorkflowDefinition definition)
    {
        var node = definition.Find(entry.Activity);
        return new(
            entry.Activity.Length == 0 ? null : ProcessMap.NameOf(definition, entry.Activity), entry.Event,
            entry.Event == JournalEvent.Faulted ? Plain((string?)entry.Detail ?? "") : entry.Outcomes is ["Done"] ? null : OutcomeWords.Of(node, entry.Outcomes))
        {
            IsSilent = entry.Event == JournalEvent.Completed && node is not null && ProcessMap.LabelOf(node) is null,
        };
    }

    private static LocalText Plain(string text) => new(text, text);
}
