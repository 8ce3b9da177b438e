using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>A case's journal is numbered 1 to its length without a gap; else it could not be replayed.</summary>
internal sealed class Journals : ICheck
{
    public string Name => "journals";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var steps = db.Set<JournalStep>().AsNoTracking();
        found.Looked(await steps.LongCountAsync(ct));

        // First numbers are unique by a key, so lengths and ends tell of every gap.
        var journals = steps.GroupBy(step => step.InstanceId).Select(journal => new { Id = journal.Key, Count = journal.Sum(step => step.Last - step.First + 1), First = journal.Min(step => step.First), Last = journal.Max(step => step.Last) });
        await found.AddEachAsync(
            "process.journal-gap",
            db.Set<ProcessInstance>().AsNoTracking().Join(journals, instance => instance.Id, journal => journal.Id, (instance, journal) => new { instance.Id, instance.JournalLength, journal.Count, journal.First, journal.Last })
                .Where(row => row.First != 1 || row.Last != row.JournalLength || row.Count != row.JournalLength).AsAsyncEnumerable(),
            row => [("instance", row.Id), ("length", row.JournalLength), ("entries", row.Count), ("last", row.Last)],
            ct);
        await found.AddEachAsync(
            "process.journal-missing",
            db.Set<ProcessInstance>().AsNoTracking().Where(instance => instance.JournalLength > 0 && !steps.Any(step => step.InstanceId == instance.Id)).Select(instance => instance.Id).AsAsyncEnumerable(),
            id => [("instance", id)],
            ct);
    }
}
