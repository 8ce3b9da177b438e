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

    /// <summary>What ends with a case that is given up: the cases that wait for it, one above the other, and what runs below the topmost of them. What was
    /// begun beside a case, by a person or without waiting for it, ends without that case.</summary>
    /// <param name="tree">The locked cases, see <see cref="LockTreeAsync"/>.</param>
    /// <param name="id">Which case is given up.</param>
    /// <returns>The topmost first; empty when it is not among them.</returns>
    public static IReadOnlyList<ProcessInstance> EndingWith(IReadOnlyList<ProcessInstance> tree, Guid id)
    {
        var byId = tree.ToDictionary(one => one.Id);
        if (!byId.TryGetValue(id, out var top))
            return [];
        while (top.IsWaitedFor && byId.TryGetValue(top.ParentId!.Value, out var above))
            top = above;
        if (top.ParentId is null)
            return tree;
        var ending = new HashSet<Guid> { top.Id };
        return [top, .. tree.Where(one => one.ParentId is { } parent && ending.Contains(parent) && ending.Add(one.Id))];
    }

    /// <summary>Whether the first of all cases ends with this one, or this was begun beside it (<see cref="EndingWith"/>).</summary>
    public static async Task<bool> EndsTheFirstAsync(GovernanceDb db, Guid id, CancellationToken ct)
    {
        for (var at = id; ;)
        {
            var one = await db.Set<ProcessInstance>().Where(row => row.Id == at).Select(row => new { row.ParentId, row.ParentBookmark }).SingleAsync(ct);
            if (one.ParentId is not { } parent)
                return true;
            if (one.ParentBookmark is null)
                return false;
            at = parent;
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
