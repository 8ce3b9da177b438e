namespace Governance.Workflows;

/// <summary>Joins that wait for all their branches although one of them may be decided against: what follows is then skipped.</summary>
internal static class StarvingJoins
{
    public static IEnumerable<(string ActivityId, string Message)> Find(WorkflowDefinition definition) =>
        from chart in definition.Nodes
        where chart.Graph is not null
        from child in chart.Children
        where WaitsForAll(child)
        let uncertain = Uncertain(chart, child)
        where uncertain is not null
        select (child.Id, $"it waits for all branches, but the one from {uncertain.Source.Id} may not come; WaitAllActive waits for those that do.");

    /// <summary>The first connection into the join that a decision may leave out although the activity is reached that every way to the join
    /// goes through.</summary>
    private static Connection? Uncertain(ActivityNode chart, ActivityNode join)
    {
        var graph = chart.Graph!;
        var inbound = graph.ForwardInbound(join);
        if (inbound.Count < 2) return null;
        var before = graph.Ancestors(join);
        // The last activity that every way to the join goes through.
        var gate = before.Where(node => inbound.All(c => graph.Connections[c].Source == node || !graph.ReachesForward(graph.Start, graph.Connections[c].Source, without: node)))
            .OrderByDescending(node => graph.Ancestors(node).Count).FirstOrDefault() ?? graph.Start;
        var known = new Dictionary<ActivityNode, bool> { [gate] = true };
        return inbound.Select(c => graph.Connections[c]).FirstOrDefault(connection => !IsCertain(connection));

        bool IsCertain(Connection connection) => IsTaken(connection) && Runs(connection.Source);

        bool Runs(ActivityNode node)
        {
            if (known.TryGetValue(node, out var runs)) return runs;
            var ways = graph.ForwardInbound(node).Select(c => graph.Connections[c]).ToList();
            return known[node] = WaitsForAll(node) ? ways.TrueForAll(IsCertain) : ways.Exists(IsCertain) || graph.Ancestors(node).Any(before => LeadsOnlyTo(before, node) && Runs(before));
        }

        // Whatever is decided on the way, it comes out there.
        bool LeadsOnlyTo(ActivityNode from, ActivityNode to) => !graph.Reachable([from], without: to).Any(node => Loops.CanEnd(chart, node));
    }

    private static bool WaitsForAll(ActivityNode node) =>
        node.Type == "Elsa.FlowJoin" && node.Inputs.GetValueOrDefault("mode") is { Type: "Literal", Text: "WaitAll" or "0" };

    private static bool IsTaken(Connection connection) => connection.Source.Type == "Elsa.FlowFork"
        ? connection.Source.Inputs.GetValueOrDefault("branches")?.Text.Contains($"\"{connection.Port}\"", StringComparison.Ordinal) == true
        : connection.Source.Descriptor is not null && (Outcomes.Of(connection.Source, out _) ?? ["Done"]) is [var only] && only == connection.Port;
}
