using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Cases that another case started.</summary>
internal static class ChildCases
{
    /// <summary>The statuses in which something can still happen.</summary>
    public static readonly ProcessStatus[] Running = [ProcessStatus.Running, ProcessStatus.Suspended];

    /// <summary>Locks a case with all that is above it and all running ones below the first of them: the first one first. Whoever ends a case ends it with
    /// those that it started, so that nobody answers for a case that is over.</summary>
    /// <returns>In the order in which they began; empty when there is no such case.</returns>
    public static async Task<IReadOnlyList<ProcessInstance>> LockTreeAsync(GovernanceDb db, Guid id, CancellationToken ct)
    {
        var root = await db.Set<ProcessInstance>().Where(row => row.Id == id).Select(row => row.RootId ?? row.Id).SingleOrDefaultAsync(ct);
        if (root == Guid.Empty || await db.LockAsync<ProcessInstance>(root, ct) is not { } first)
            return [];

        // While one of them was waited for, it may have started another.
        for (var known = -1; ;)
        {
            var below = await db.Locked<ProcessInstance>().Where(row => row.RootId == root && Running.Contains(row.Status)).OrderBy(row => row.Sequence).ToListAsync(ct);
            if (below.Count == known)
                return [first, .. below];
            known = below.Count;
        }
    }

    /// <summary>What the parent is told of it.</summary>
    public static async Task<ChildWorkflow> ToldAsync(GovernanceDb db, ProcessInstance child, CancellationToken ct)
    {
        var state = WorkflowState.Parse(child.State);
        return new(child.Id.ToString("N"), child.DefinitionId, state.Status, state.CorrelationId, state.Outputs, state.Status == WorkflowStatus.Faulted ? await FaultAsync(db, child.Id, ct) : null);
    }

    private static async Task<string?> FaultAsync(GovernanceDb db, Guid id, CancellationToken ct) =>
        db.Set<Incident>().Local.Where(row => row.InstanceId == id).Select(row => row.Message).LastOrDefault()
        ?? await db.Set<Incident>().Where(row => row.InstanceId == id).OrderByDescending(row => row.Sequence).Select(row => row.Message).FirstOrDefaultAsync(ct);
}
