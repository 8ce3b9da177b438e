using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>Each case lived again from its journal stands where its row says, byte for byte: whoever changes a state, a journal or a published
/// definition past the program is found.</summary>
internal sealed class Replays(DefinitionStore definitions) : ICheck
{
    private const int Cases = 100;

    public string Name => "replays";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        for (var last = 0L; ;)
        {
            var after = last;
            var page = await db.Set<ProcessInstance>().AsNoTracking().Where(instance => instance.Sequence > after).OrderBy(instance => instance.Sequence).Take(Cases)
                .Select(instance => new { instance.Sequence, instance.State, Case = new RecordedCase(instance.Id, instance.DefinitionId, instance.DefinitionNumber) }).ToListAsync(ct);
            if (page.Count == 0)
                return;
            last = page[^1].Sequence;
            var records = await CaseRecord.OfAsync(db, definitions, [.. page.Select(row => row.Case)], ct);
            found.Looked(page.Count);
            foreach (var row in page)
                Compare(row.Case.Id, row.State, records.GetValueOrDefault(row.Case.Id), found);
        }
    }

    private static void Compare(Guid instance, string state, CaseRecord? record, Findings found)
    {
        if (record?.Exact(instance) is not { } trace)
            found.Add("process.record-unreadable", ("instance", instance));
        else if (trace.Stop is { } stop)
            found.Add("process.replay-stops", ("instance", instance), ("step", stop.Step + 1), ("activity", stop.ActivityId), ("problem", stop.Problem.ToString()));
        else if (trace.State!.ToJson() != state)
            found.Add("process.replay-differs", ("instance", instance), ("steps", trace.Steps.Count));
    }
}
