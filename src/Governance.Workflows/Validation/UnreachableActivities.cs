namespace Governance.Workflows;

/// <summary>Activities of a Flowchart to which no connection leads from its start, nor from an activity by which instances begin.</summary>
internal static class UnreachableActivities
{
    public static IEnumerable<Finding> Find(WorkflowDefinition definition) =>
        from chart in definition.Nodes
        where chart.Graph is not null
        let reached = chart.Graph!.Reachable([chart.Graph.Start, .. chart.Children.Where(StartTrigger.IsOne)])
        from child in chart.Children
        where !reached.Contains(child)
        select new Finding(child.Id, $"nothing leads here from the start ({chart.Graph!.Start.Id}); connect it or take it out.");
}
