using Governance.Inbox;
using Governance.Persistence;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Lives cases again on another version of their workflow and tells what would have been otherwise. Nothing is written.</summary>
internal sealed class CaseTrials(GovernanceDb db, DefinitionStore definitions, Trials trials)
{
    /// <summary>Tries them, in their order; without their numbers.</summary>
    /// <param name="instances">The cases as they stand; they are not changed.</param>
    /// <param name="tried">The version.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyList<TriedCase>> OfAsync(IReadOnlyList<ProcessInstance> instances, WorkflowDefinition tried, CancellationToken ct)
    {
        var records = await CaseRecord.OfAsync(db, definitions, [.. instances.Select(row => new RecordedCase(row.Id, row.DefinitionId, row.DefinitionNumber))], ct);
        var waits = await WaitsAsync([.. instances.Where(row => row.Status == ProcessStatus.Suspended).Select(row => row.Id)], ct);
        var cases = new List<TriedCase>();
        foreach (var instance in instances)
            cases.Add(await TryAsync(instance, records.GetValueOrDefault(instance.Id), tried, waits[instance.Id], ct));
        return cases;
    }

    // By when running cases are to be answered, at each activity; a timer's instant where nobody is asked.
    private async Task<ILookup<Guid, Wait>> WaitsAsync(Guid[] running, CancellationToken ct)
    {
        var tasks = await db.Set<InboxTask>().AsNoTracking().Where(task => running.Contains(task.InstanceId) && task.IsOpen && task.Kind != TaskKind.Notice)
            .GroupBy(task => new { task.InstanceId, task.ActivityId }).Select(at => new Wait(at.Key.InstanceId, at.Key.ActivityId, at.Min(task => task.DueAt))).ToListAsync(ct);
        var timers = await db.Set<Bookmark>().AsNoTracking().Where(mark => running.Contains(mark.InstanceId) && mark.FiresAt != null)
            .Select(mark => new Wait(mark.InstanceId, mark.ActivityId, mark.FiresAt!.Value)).ToListAsync(ct);
        return tasks.Concat(timers).ToLookup(wait => wait.InstanceId);
    }

    private async Task<TriedCase> TryAsync(ProcessInstance instance, CaseRecord? record, WorkflowDefinition tried, IEnumerable<Wait> waits, CancellationToken ct)
    {
        var isRunning = instance.Status == ProcessStatus.Suspended;
        if (record?.Exact(instance.Id) is not { Stop: null } original)
            return new(instance.Id, Number: null, instance.DefinitionNumber, isRunning, Verdict: null, []);
        var (trace, dues) = await trials.RunAsync(instance, Replay.Through(tried, instance.Id.ToString("N"), record.Steps, original), tried, ct);
        var now = await definitions.GetAsync(db, instance.DefinitionId, instance.DefinitionNumber, ct);
        var comparison = ReplayComparison.Of(original, trace, tried);
        var result = new TriedCase(
            instance.Id, Number: null, instance.DefinitionNumber, isRunning, comparison.Verdict,
            [.. comparison.Differences.Select(difference => new TriedDifference(NameOf(difference.ActivityId), difference))]);
        if (!isRunning)
            return result;
        var (stands, wouldStand) = (Waiting(original), Waiting(trace));
        return result with
        {
            Closes = [.. stands.Except(wouldStand, StringComparer.Ordinal).Select(NameOf)],
            Opens = [.. wouldStand.Except(stands, StringComparer.Ordinal).Select(NameOf)],
            Deadlines = [.. waits.Where(wait => wouldStand.Contains(wait.ActivityId) && dues.TryGetValue(wait.ActivityId, out var due) && due != wait.DueAt)
                .Select(wait => new TriedDeadline(NameOf(wait.ActivityId), wait.DueAt, dues[wait.ActivityId]))],
            Obstacles = ReferenceEquals(now, tried) ? [] : StateMove.Of(WorkflowState.Parse(instance.State), now, tried).Obstacles,
        };

        LocalText NameOf(string activity) => ProcessMap.NameOf(tried.Find(activity) is null ? now : tried, activity);
    }

    private static HashSet<string> Waiting(ReplayTrace trace) => trace.State!.Bookmarks.Select(mark => mark.ActivityId).ToHashSet(StringComparer.Ordinal);

    private sealed record Wait(Guid InstanceId, string ActivityId, DateTime DueAt);
}
