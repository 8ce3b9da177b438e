using Governance.Inbox;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>How long things took, at a cost that does not grow with the city's history.</summary>
public sealed class Paces(GovernanceDb db, StationNames names)
{
    /// <summary>The period over which stations are measured.</summary>
    public const int Months = 12;

    private const int LatestCases = 1000;
    private const int LatestTasks = 1000;
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

    /// <summary>How long the stations took over the last twelve months: all waits that ended in them, to the hour. The database counts them
    /// from an index by station and hours; what is read does not grow with their number.</summary>
    internal async Task<List<StationPace>> StationsAsync(DateTime now, CancellationToken ct)
    {
        var since = now.AddMonths(-Months);
        var counts = await db.Set<StationWait>().AsNoTracking().Where(wait => wait.EndedAt >= since)
            .GroupBy(wait => new { wait.DefinitionId, wait.DefinitionNumber, wait.ActivityId, wait.Hours })
            .Select(same => new { same.Key.DefinitionId, same.Key.DefinitionNumber, same.Key.ActivityId, same.Key.Hours, Count = same.Count() }).ToListAsync(ct);
        var took = new Dictionary<LocalText, List<(TimeSpan, int)>>();
        foreach (var count in counts)
            if (await names.OfAsync(count.DefinitionId, count.DefinitionNumber, count.ActivityId, ct) is { } name)
                (took.TryGetValue(name, out var known) ? known : took[name] = []).Add((TimeSpan.FromHours(count.Hours), count.Count));
        return [.. took.Select(station => new StationPace(station.Key, Durations.OfCounts(station.Value)!))
            .OrderByDescending(station => station.Durations.Median).ThenBy(station => station.Station.De, StringComparer.Ordinal).Take(Stations)];
    }
}
