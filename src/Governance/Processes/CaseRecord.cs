using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>What a case lived through, read from its journal: enough to live it again without anybody (<see cref="Replay"/>).</summary>
/// <param name="First">The version that it began on.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record CaseRecord(WorkflowDefinition First, IReadOnlyList<RecordedStep> Steps)
{
    /// <summary>The records of some cases; those are left out whose journal cannot be read.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CaseRecord>> OfAsync(
        GovernanceDb db, DefinitionStore definitions, IReadOnlyCollection<RecordedCase> cases, CancellationToken ct)
    {
        var ids = cases.Select(one => one.Id).ToArray();
        var journals = (await db.Set<JournalStep>().AsNoTracking().Where(step => ids.Contains(step.InstanceId)).OrderBy(step => step.First)
            .Select(step => new { step.InstanceId, Row = new StepRow(step.First, step.At, step.Stimulus, step.Entries) }).ToListAsync(ct)).ToLookup(step => step.InstanceId, step => step.Row);
        var records = new Dictionary<Guid, CaseRecord>();
        foreach (var one in cases)
            if (await ReadAsync(one, [.. journals[one.Id]], number => definitions.GetAsync(db, one.DefinitionId, number, ct)) is { } record)
                records.Add(one.Id, record);
        return records;
    }

    /// <summary>Lives it again as it was.</summary>
    public ReplayTrace Exact(Guid instanceId) => Replay.Exact(First, instanceId.ToString("N"), Steps);

    private static async Task<CaseRecord?> ReadAsync(RecordedCase one, IReadOnlyList<StepRow> rows, Func<int, ValueTask<WorkflowDefinition>> definition)
    {
        try
        {
            return await OfAsync(one, rows, definition);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException or DefinitionException)
        {
            return null;
        }
    }

    private static async Task<CaseRecord?> OfAsync(RecordedCase one, IReadOnlyList<StepRow> rows, Func<int, ValueTask<WorkflowDefinition>> definition)
    {
        var steps = new List<RecordedStep>();
        int? first = null;
        foreach (var row in rows)
        {
            if (JournalStep.Read(row.Entries) is not { Count: > 0 } entries)
                return null;
            var (at, seed) = (new DateTimeOffset(DateTime.SpecifyKind(row.At, DateTimeKind.Utc)), ProcessRunner.SeedOf(one.Id, row.First - 1));
            if (row.Stimulus is { } stimulus)
                steps.Add(new RecordedStep.Given(at, seed, Stimulus.Parse(JsonNode.Parse(stimulus)), Answers(entries)));
            else if (entries[0].Event == JournalEvent.InstanceStarted)
                steps.Add(new RecordedStep.Started(at, seed, entries[0].Detail as JsonObject ?? [], CorrelationOf(entries), TriggerOf(entries), Answers(entries)));
            else if (entries[0].Event == JournalEvent.InstanceMoved && (int?)entries[0].Detail?[JournalStep.MovedFrom] is { } from && (int?)entries[0].Detail?[JournalStep.MovedTo] is { } to)
            {
                first ??= from;
                steps.Add(new RecordedStep.Moved(at, await definition(to)));
            }
            else
                return null;
        }

        return steps is [RecordedStep.Started, ..] ? new(await definition(first ?? one.DefinitionNumber), steps) : null;
    }

    private static string? CorrelationOf(IReadOnlyList<JournalEntry> entries) =>
        entries.Count > 1 && entries[1] is { Event: JournalEvent.InstanceCorrelated, Detail: { } detail } ? (string?)detail : null;

    private static Trigger? TriggerOf(IReadOnlyList<JournalEntry> entries) =>
        entries.Take(3).FirstOrDefault(entry => entry.Event == JournalEvent.InstanceTriggered) is { } triggered ? Trigger.Parse(triggered.Detail) : null;

    private static List<RecordedAnswer> Answers(IReadOnlyList<JournalEntry> entries) =>
        [.. entries.Where(entry => entry.Event == JournalEvent.HostAnswered).Select(entry => new RecordedAnswer(entry.Activity, HostResult.Parse(entry.Detail)))];

    private sealed record StepRow(long First, DateTime At, string? Stimulus, string Entries);
}

/// <summary>A case whose record is read.</summary>
internal sealed record RecordedCase(Guid Id, string DefinitionId, int DefinitionNumber);
