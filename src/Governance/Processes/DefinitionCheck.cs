using Governance.Workflows;

namespace Governance.Processes;

/// <summary>What is wrong in a definition and what would be right; found before it is published.</summary>
public sealed record DefinitionProblem(string ActivityId, string Message);

/// <summary>Checks that need only the definition and the catalog: unknown types, scripts that do not parse, ports that an activity
/// does not have, outcomes that lead nowhere, ways back that are no loops.</summary>
public static class DefinitionCheck
{
    /// <summary>All problems, in the order of the activities.</summary>
    public static IEnumerable<DefinitionProblem> Of(WorkflowDefinition definition)
    {
        foreach (var node in definition.Nodes)
        {
            if (node.Descriptor is null)
                yield return new(node.Id, $"the activity type {node.Type} is unknown; see the catalog for those there are.");
            foreach (var (name, expression) in node.Inputs)
                if (expression.Error is { } error)
                    yield return new(node.Id, $"the {expression.Type} expression of {name} cannot be read: {error}");
            foreach (var problem in Ports(node))
                yield return problem;
            foreach (var back in node.WrongLoops)
                yield return new(back.Source.Id, $"the connection back to {back.Target.Id} is no loop, for some way from the start gets here without {back.Target.Id}; lead it to an activity that every way goes through.");
        }
    }

    private static IEnumerable<DefinitionProblem> Ports(ActivityNode flow)
    {
        foreach (var child in flow.Children.Where(child => child.Descriptor is { Outcomes.Count: > 0 }))
        {
            var used = flow.Connections.Where(connection => connection.Source == child).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal);
            var known = child.Descriptor!.Outcomes;
            foreach (var port in used.Where(port => !known.Contains(port, StringComparer.Ordinal)))
                yield return new(child.Id, $"there is no outcome {port}; {string.Join(", ", known)} would be right.");
            if (used.Count > 0 && child.Descriptor is { BuiltIn: false })
                foreach (var port in known.Where(port => !used.Contains(port)))
                    yield return new(child.Id, $"the outcome {port} leads nowhere; connect it.");
        }
    }
}
