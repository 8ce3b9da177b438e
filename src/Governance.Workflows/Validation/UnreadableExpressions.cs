namespace Governance.Workflows;

/// <summary>Expressions of an unknown type, and scripts and templates that cannot be read.</summary>
internal static class UnreadableExpressions
{
    private static readonly HashSet<string> Types = new(["Literal", "Object", "Variable", "Input", "Output", "JavaScript", "Liquid"], StringComparer.Ordinal);

    public static IEnumerable<(string ActivityId, string Message)> Find(WorkflowDefinition definition)
    {
        foreach (var node in definition.Nodes)
        {
            foreach (var (name, expression) in node.Inputs.Concat(node.Cases.Select(c => KeyValuePair.Create($"the case {c.Label}", c.Condition))))
            {
                if (!Types.Contains(expression.Type))
                    yield return (node.Id, $"there is no expression type {expression.Type} (of {name}); {string.Join(", ", Types.Order(StringComparer.Ordinal))} would be right.");
                else if (expression.Error is { } error)
                    yield return (node.Id, $"the {expression.Type} expression of {name} cannot be read: {error}");
            }
        }
    }
}
