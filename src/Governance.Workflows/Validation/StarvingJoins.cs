namespace Governance.Workflows;

/// <summary>Joins that wait for all their branches although one of them may be decided against: what follows is then skipped.</summary>
internal static class StarvingJoins
{
    public static IEnumerable<Finding> Find(WorkflowDefinition definition) =>
        from chart in definition.Nodes
        where chart.Graph is not null
        from child in chart.Children
        where WaitsForAll(child)
        let uncertain = Uncertain(chart, child)
        where uncertain is not null
        select new Finding(child.Id, $"it waits for all branches, but the one from {uncertain.Source.Id} may not come; WaitAllActive waits for those that do.");

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
        // Whatever comes before an activity has fewer ancestors than it.
        var certain = new HashSet<ActivityNode> { gate };
        foreach (var node in before.Where(node => graph.Ancestors(node).Contains(gate)).OrderBy(node => graph.Ancestors(node).Count))
        {
            var ways = graph.ForwardInbound(node).Select(c => graph.Connections[c]).ToList();
            if (WaitsForAll(node) ? ways.TrueForAll(IsCertain) : ways.Exists(IsCertain) || certain.Any(other => graph.Ancestors(node).Contains(other) && LeadsOnlyTo(other, node)))
                certain.Add(node);
        }
        return inbound.Select(c => graph.Connections[c]).FirstOrDefault(connection => !IsCertain(connection));

        bool IsCertain(Connection connection) => IsTaken(connection) && certain.Contains(connection.Source);

        // Whatever is decided on the way, it comes out there.
        bool LeadsOnlyTo(ActivityNode from, ActivityNode to) => !graph.Reachable([from], without: to).Any(node => Loops.CanEnd(chart, node));
    }

    private static bool WaitsForAll(ActivityNode node) =>
        node.Type == "Elsa.FlowJoin" && node.Inputs.GetValueOrDefault("mode") is { Type: "Literal", Text: "WaitAll" or "0" };

    private static bool IsTaken(Connection connection) => connection.Source.Type == "Elsa.FlowFork"
        ? connection.Source.Inputs.GetValueOrDefault("branches")?.Text.Contains('"' + connection.Port + '"', StringComparison.Ordinal) == true
        : connection.Source.Descriptor is not null && (Outcomes.Of(connection.Source, out _) ?? ["Done"]) is [var only] && only == connection.Port;
}
