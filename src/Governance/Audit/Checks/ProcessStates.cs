using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Bookmark = Governance.Processes.Bookmark;

namespace Governance.Audit.Checks;

/// <summary>The bookmarks in a case's state and its bookmark rows are the same: else nobody could ever resume it, or somebody
/// would resume nothing (elsa-core#7726).</summary>
internal sealed class ProcessStates : ICheck
{
    public string Name => "process-states";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        for (var last = 0L; ;)
        {
            var after = last;
            var page = await db.Set<ProcessInstance>().AsNoTracking().Where(instance => instance.Status == ProcessStatus.Suspended && instance.Sequence > after)
                .OrderBy(instance => instance.Sequence).Take(Findings.Page).Select(instance => new { instance.Sequence, instance.Id, instance.State }).ToListAsync(ct);
            if (page.Count == 0)
                return;
            last = page[^1].Sequence;
            found.Looked(page.Count);
            var ids = page.Select(instance => instance.Id).ToArray();
            var rows = (await db.Set<Bookmark>().AsNoTracking().Where(row => ids.Contains(row.InstanceId)).Select(row => new { row.InstanceId, row.Key }).ToListAsync(ct))
                .ToLookup(row => row.InstanceId, row => row.Key);
            foreach (var instance in page)
                Compare(instance.Id, instance.State, [.. rows[instance.Id]], found);
        }
    }

    private static void Compare(Guid instance, string state, HashSet<string> rows, Findings found)
    {
        HashSet<string> inState;
        try
        {
            inState = [.. WorkflowState.Parse(state).Bookmarks.Select(bookmark => bookmark.Id)];
        }
        catch (Exception unreadable) when (unreadable is FormatException or System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            found.Add("process.state-unreadable", ("instance", instance), ("why", unreadable.Message));
            return;
        }

        foreach (var key in inState.Except(rows, StringComparer.Ordinal))
            found.Add("process.bookmark-without-row", ("instance", instance), ("bookmark", key));
        foreach (var key in rows.Except(inState, StringComparer.Ordinal))
            found.Add("process.row-without-bookmark", ("instance", instance), ("bookmark", key));
    }
}
