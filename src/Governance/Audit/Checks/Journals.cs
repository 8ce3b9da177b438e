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
        var entries = db.Set<JournalEntry>().AsNoTracking();
        found.Looked(await entries.LongCountAsync(ct));

        // Numbers are unique by a key, so count and ends tell of every gap.
        var journals = entries.GroupBy(entry => entry.InstanceId).Select(journal => new { Id = journal.Key, Count = journal.LongCount(), First = journal.Min(entry => entry.Number), Last = journal.Max(entry => entry.Number) });
        await found.AddEachAsync(
            "process.journal-gap",
            db.Set<ProcessInstance>().AsNoTracking().Join(journals, instance => instance.Id, journal => journal.Id, (instance, journal) => new { instance.Id, instance.JournalLength, journal.Count, journal.First, journal.Last })
                .Where(row => row.First != 1 || row.Last != row.JournalLength || row.Count != row.JournalLength).AsAsyncEnumerable(),
            row => [("instance", row.Id), ("length", row.JournalLength), ("entries", row.Count), ("last", row.Last)],
            ct);
        await found.AddEachAsync(
            "process.journal-missing",
            db.Set<ProcessInstance>().AsNoTracking().Where(instance => instance.JournalLength > 0 && !entries.Any(entry => entry.InstanceId == instance.Id)).Select(instance => instance.Id).AsAsyncEnumerable(),
            id => [("instance", id)],
            ct);
    }
}
