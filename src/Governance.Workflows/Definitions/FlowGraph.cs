using System.Collections;
using System.Collections.Concurrent;

namespace Governance.Workflows;

/// <summary>
/// What a Flowchart's connections mean, computed once: where it starts, which connections lead forward from there, which
/// lead back (a loop) and whether a loop is one that Elsa accepts.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<ActivityNode, int[]> outbound;
    private readonly Dictionary<ActivityNode, int[]> forwardInbound;
    private readonly BitArray forward;

    // Asked at every turn of a loop, and not before: of a chart of thousands only joins ask. Two threads that ask at once find the same, and an object is written as a whole.
    private readonly object?[] validBackward;
    private readonly HashSet<ActivityNode>?[] leadingTo;
    private readonly ConcurrentDictionary<ActivityNode, HashSet<ActivityNode>> ancestors = new();
    private readonly ConcurrentDictionary<ActivityNode, FlowGraph> fromOthers = new();

    private FlowGraph(IReadOnlyList<Connection> connections, ActivityNode start)
    {
        Connections = connections;
        Start = start;
        validBackward = new object?[connections.Count];
        leadingTo = new HashSet<ActivityNode>?[connections.Count];
        outbound = Group(connections, c => c.Source, _ => true);
        forward = Forward();
        forwardInbound = Group(connections, c => c.Target, i => forward[i]);
    }

    public IReadOnlyList<Connection> Connections { get; }

    public ActivityNode Start { get; }

    /// <summary>The graph of a Flowchart, null when it is empty.</summary>
    public static FlowGraph? Of(ActivityNode flowchart)
    {
        var children = flowchart.Children;
        var start = children.FirstOrDefault(c => c.Type == "Elsa.Start")
            ?? children.FirstOrDefault(c => c.CanStartWorkflow)
            ?? children.FirstOrDefault(c => flowchart.Connections.All(connection => connection.Target != c))
            ?? (children is [var first, ..] ? first : null);
        return start is null ? null : new(flowchart.Connections, start);
    }

    /// <summary>The same connections as they lead from another activity, by which the instance began.</summary>
    public FlowGraph From(ActivityNode start) => start == Start ? this : fromOthers.GetOrAdd(start, other => new(Connections, other));

    /// <summary>Positions of the connections that leave an activity, in the file's order.</summary>
    public IReadOnlyList<int> Outbound(ActivityNode node) => outbound.GetValueOrDefault(node) ?? [];

    /// <summary>Positions of the connections that lead forward into an activity.</summary>
    public IReadOnlyList<int> ForwardInbound(ActivityNode node) => forwardInbound.GetValueOrDefault(node) ?? [];

    public bool IsForward(int connection) => forward[connection];

    /// <summary>A connection back is valid when every way from the start to its source goes through its target.</summary>
    public bool IsValidBackward(int connection) =>
        (bool)(validBackward[connection] ??= !ReachesForward(Start, Connections[connection].Source, without: Connections[connection].Target));

    /// <summary>Whether a token gets from the start to the connection's source.</summary>
    public bool IsReached(int connection) => ReachesForward(Start, Connections[connection].Source, without: null);

    /// <summary>Activities from which forward connections lead to this end of a connection.</summary>
    public IReadOnlySet<ActivityNode> Ancestors(ActivityNode node) => ancestors.GetOrAdd(node, Before);

    /// <summary>From where a token can get to a connection, also through loops, but not by way of its target.</summary>
    public IReadOnlySet<ActivityNode> LeadingTo(int connection) =>
        leadingTo[connection] ??= LeadingTo([Connections[connection].Source], without: Connections[connection].Target);

    private HashSet<ActivityNode> Before(ActivityNode node)
    {
        var found = new HashSet<ActivityNode>();
        var open = new Stack<ActivityNode>([node]);
        while (open.TryPop(out var current))
        {
            foreach (var connection in ForwardInbound(current))
            {
                if (found.Add(Connections[connection].Source)) open.Push(Connections[connection].Source);
            }
        }
        return found;
    }

    /// <summary>All activities that a token at one of <paramref name="from"/> can still get to, also through loops, but
    /// not by way of <paramref name="without"/>. The activities themselves are included.</summary>
    public HashSet<ActivityNode> Reachable(IEnumerable<ActivityNode> from, ActivityNode without) => Reachable(from, node => node != without);

    /// <summary>As above, by way of certain activities only.</summary>
    public HashSet<ActivityNode> Reachable(IEnumerable<ActivityNode> from, Func<ActivityNode, bool>? through = null)
    {
        var found = new HashSet<ActivityNode>();
        var open = new Stack<ActivityNode>(from.Where(node => through?.Invoke(node) != false));
        while (open.TryPop(out var node))
        {
            if (!found.Add(node)) continue;
            foreach (var connection in Outbound(node))
            {
                if (through?.Invoke(Connections[connection].Target) != false) open.Push(Connections[connection].Target);
            }
        }
        return found;
    }

    /// <summary>All activities from which some way, also through loops, leads to one of these; they themselves included.</summary>
    public HashSet<ActivityNode> LeadingTo(IEnumerable<ActivityNode> targets, ActivityNode? without = null)
    {
        var sources = Connections.ToLookup(connection => connection.Target, connection => connection.Source);
        var found = new HashSet<ActivityNode>();
        var open = new Stack<ActivityNode>(targets);
        while (open.TryPop(out var node))
        {
            if (node == without || !found.Add(node)) continue;
            foreach (var source in sources[node]) open.Push(source);
        }
        return found;
    }

    /// <summary>Whether a way forward leads from one activity to another, not by way of <paramref name="without"/>.</summary>
    public bool ReachesForward(ActivityNode from, ActivityNode to, ActivityNode? without)
    {
        var seen = new HashSet<ActivityNode>();
        var open = new Stack<ActivityNode>([from]);
        while (open.TryPop(out var node))
        {
            if (node == without || !seen.Add(node)) continue;
            if (node == to) return true;
            foreach (var connection in Outbound(node).Where(IsForward)) open.Push(Connections[connection].Target);
        }
        return false;
    }

    /// <summary>Breadth first from the start: a connection is forward unless its target already leads to its source.</summary>
    private BitArray Forward()
    {
        var next = new Dictionary<ActivityNode, List<ActivityNode>>();
        var edges = new HashSet<(ActivityNode, ActivityNode)>();
        var queue = new Queue<ActivityNode>([Start]);
        while (queue.TryDequeue(out var source))
        {
            foreach (var target in Outbound(source).Select(i => Connections[i].Target))
            {
                if (edges.Contains((source, target)) || Leads(target, source)) continue;
                edges.Add((source, target));
                (next.TryGetValue(source, out var list) ? list : next[source] = []).Add(target);
                queue.Enqueue(target);
            }
        }
        return new([.. Connections.Select(c => edges.Contains((c.Source, c.Target)))]);

        bool Leads(ActivityNode from, ActivityNode to)
        {
            var seen = new HashSet<ActivityNode>();
            var open = new Stack<ActivityNode>([from]);
            while (open.TryPop(out var node))
            {
                if (node == to) return true;
                if (seen.Add(node)) foreach (var target in next.GetValueOrDefault(node) ?? []) open.Push(target);
            }
            return false;
        }
    }

    private static Dictionary<ActivityNode, int[]> Group(IReadOnlyList<Connection> connections, Func<Connection, ActivityNode> key, Func<int, bool> keep) =>
        Enumerable.Range(0, connections.Count).Where(keep).GroupBy(i => key(connections[i])).ToDictionary(g => g.Key, g => g.ToArray());
}
