using Governance.Inbox;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>How long things took: from the latest rows by their sequence, so that the cost does not grow with the city's history.</summary>
public sealed class Paces(GovernanceDb db, StationNames names)
{
    private const int LatestCases = 1000;
    private const int LatestTasks = 1000;
    private const int LatestEntries = 8000;
    private const int Stations = 8;

    internal async Task<Durations?> LeadAsync(DateTime now, CancellationToken ct)
    {
        var yearAgo = now.AddYears(-1);
        var cases = await db.Set<Proposal>().AsNoTracking().Where(row => row.ExecutableAt >= yearAgo && row.SubmittedAt != null)
            .OrderByDescending(row => row.Sequence).Take(LatestCases).Select(row => new { row.SubmittedAt, row.ExecutableAt }).ToListAsync(ct);
        return Durations.Of(cases.Select(row => row.ExecutableAt!.Value - row.SubmittedAt!.Value));
    }

    internal async Task<Punctuality> PunctualityAsync(CancellationToken ct)
    {
        var answers = await db.Set<InboxTask>().AsNoTracking().OrderByDescending(task => task.Sequence).Where(task => task.Outcome != null)
            .Take(LatestTasks).Select(task => new { task.DueAt, task.ClosedAt }).ToListAsync(ct);
        return new(answers.Count, answers.Count(task => task.ClosedAt <= task.DueAt));
    }

    /// <summary>From the journal: a station waits, and is completed.</summary>
    internal async Task<List<StationPace>> StationsAsync(CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking().OrderByDescending(entry => entry.Sequence).Take(LatestEntries)
            .Where(entry => entry.Event == "Waiting" || entry.Event == "Completed")
            .Join(db.Set<ProcessInstance>(), entry => entry.InstanceId, instance => instance.Id, (entry, instance) => new
            {
                entry.Sequence, entry.InstanceId, entry.ActivityId, entry.Event, entry.At, instance.DefinitionId, instance.DefinitionNumber,
            })
            .ToListAsync(ct);
        var began = new Dictionary<(Guid, string), DateTime>();
        var took = new Dictionary<LocalText, List<TimeSpan>>();
        foreach (var entry in entries.OrderBy(entry => entry.Sequence))
        {
            var place = (entry.InstanceId, entry.ActivityId);
            if (entry.Event == "Waiting")
                began.TryAdd(place, entry.At);
            else if (began.Remove(place, out var since) && await names.OfAsync(entry.DefinitionId, entry.DefinitionNumber, entry.ActivityId, ct) is { } name)
                (took.TryGetValue(name, out var known) ? known : took[name] = []).Add(entry.At - since);
        }

        return [.. took.Select(station => new StationPace(station.Key, Durations.Of(station.Value)!))
            .OrderByDescending(station => station.Durations.Median).ThenBy(station => station.Station.De, StringComparer.Ordinal).Take(Stations)];
    }
}
