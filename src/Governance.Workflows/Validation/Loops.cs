namespace Governance.Workflows;

/// <summary>Loops that are none, that never end, or in which nothing ever waits; and a Break that is in no loop.</summary>
internal static class Loops
{
    private static readonly HashSet<string> Waiting = new(
        ["Elsa.Event", "Elsa.Delay", "Elsa.Timer", "Elsa.Cron", "Elsa.StartAt", "Elsa.RunTask", "Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows"], StringComparer.Ordinal);

    public static IEnumerable<Finding> Wrong(WorkflowDefinition definition) =>
        from node in definition.Nodes
        from back in node.WrongLoops
        select new Finding(back.Source.Id, $"the connection back to {back.Target.Id} is no loop, for some way from the start gets here without {back.Target.Id}; lead it to an activity that every way goes through.");

    public static IEnumerable<Finding> BreakOutside(WorkflowDefinition definition) =>
        from node in definition.Nodes
        where node.Type == "Elsa.Break" && !Around(node).Any(outer => Activities.Behaviors.Of(outer).CatchesBreak)
        select new Finding(node.Id, $"Break is in no loop; put it into the body of a For, ForEach, ParallelForEach or While, or take End.");

    /// <summary>Parts of a Flowchart out of which no way leads, and a While that is always true with nothing to leave it.</summary>
    public static IEnumerable<Finding> Endless(WorkflowDefinition definition)
    {
        foreach (var chart in definition.Nodes.Where(node => node.Graph is not null))
        {
            var ends = chart.Children.Where(child => Inside(child).Any(node => Leaves(node, chart)) || CanEnd(chart, child)).ToHashSet();
            var ending = chart.Graph!.LeadingTo(ends);
            var never = chart.Graph.Reachable([chart.Graph.Start, .. chart.Children.Where(StartTrigger.IsOne)]).Where(node => !ending.Contains(node)).OrderBy(node => node.Index).FirstOrDefault();
            if (never is not null)
                yield return new(never.Id, $"from here the way goes round for ever; lead an outcome out of the loop.");
        }
        foreach (var loop in definition.Nodes.Where(node => node.Type == "Elsa.While" && IsAlwaysTrue(node) && node.ChildAt("body") is not null))
        {
            if (!Inside(loop).Any(node => Leaves(node, loop)))
                yield return new(loop.Id, $"the condition is always true and nothing leaves the loop; use a condition or a Break.");
        }
    }

    /// <summary>A While, or a way round in a Flowchart, along which nothing waits: legal, and stopped at run time after 20,000 activities.</summary>
    public static IEnumerable<Finding> WithoutWait(WorkflowDefinition definition)
    {
        foreach (var loop in definition.Nodes.Where(node => node.Type == "Elsa.While" && node.ChildAt("body") is not null && !CanWait(node)))
            yield return new(loop.Id, $"nothing in this loop waits; it is stopped after 20,000 activities if it does not end before.");
        foreach (var chart in definition.Nodes.Where(node => node.Graph is not null))
        {
            var graph = chart.Graph!;
            for (var i = 0; i < graph.Connections.Count; i++)
            {
                var (back, target) = (graph.Connections[i].Source, graph.Connections[i].Target);
                if (!graph.IsForward(i) && graph.IsValidBackward(i) && graph.Reachable([target], through: node => !CanWait(node)).Contains(back) && !CanWait(back))
                    yield return new(back.Id, $"nothing waits on the way round from {target.Id} back to it; it is stopped after 20,000 activities if it does not end before.");
            }
        }
    }

    /// <summary>Whether an activity may complete with an outcome that leads nowhere.</summary>
    public static bool CanEnd(ActivityNode chart, ActivityNode child)
    {
        var used = Outcomes.Used(chart, child);
        return child.Descriptor is null || (Outcomes.Of(child, out _) ?? ["Done"]).Any(outcome => !used.Contains(outcome));
    }

    private static bool CanWait(ActivityNode node) =>
        Inside(node).Any(inner => Waiting.Contains(inner.Type) || inner.Descriptor is { BuiltIn: false });

    private static bool IsAlwaysTrue(ActivityNode loop) => loop.Inputs.GetValueOrDefault("condition") is { Type: "Literal" or "JavaScript" } condition
        && condition.Text.Trim().TrimEnd(';').Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>An activity with all that are in it.</summary>
    public static IEnumerable<ActivityNode> Inside(ActivityNode node) => node.Children.SelectMany(Inside).Prepend(node);

    /// <summary>Whether an activity, once it is reached, ends what goes round: End ends a Flowchart that it stands in itself, Break the innermost loop,
    /// Complete the innermost workflow.</summary>
    private static bool Leaves(ActivityNode node, ActivityNode round)
    {
        var between = Around(node).TakeWhile(outer => outer != round);
        return node.Type switch
        {
            "Elsa.Finish" or "Elsa.Fault" => true,
            "Elsa.End" => node.Parent == round && round.Graph is not null,
            "Elsa.Break" => !between.Any(outer => Activities.Behaviors.Of(outer).CatchesBreak),
            "Elsa.Complete" => between.All(outer => outer.Composite is null),
            _ => false,
        };
    }

    private static IEnumerable<ActivityNode> Around(ActivityNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent) yield return outer;
    }
}
