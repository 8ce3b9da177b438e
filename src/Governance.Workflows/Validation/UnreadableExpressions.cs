namespace Governance.Workflows;

/// <summary>Expressions of an unknown type, and scripts and templates that cannot be read.</summary>
internal static class UnreadableExpressions
{
    private static readonly HashSet<string> Types = new(["Literal", "Object", "Variable", "Input", "Output", "JavaScript", "Liquid"], StringComparer.Ordinal);

    public static IEnumerable<Finding> Find(WorkflowDefinition definition)
    {
        foreach (var node in definition.Nodes)
        {
            foreach (var (place, expression) in node.Inputs.Select(input => (Place: (object)input.Key, input.Value)).Concat(node.Cases.Select(c => (Place: (object)CaseOf(c.Label), c.Condition))))
            {
                if (!Types.Contains(expression.Type))
                    yield return new(node.Id, $"there is no expression type {expression.Type} (of {place}); {string.Join(", ", Types.Order(StringComparer.Ordinal))} would be right.");
                else if (expression.Error is { } error)
                    yield return new(node.Id, $"the {expression.Type} expression of {place} cannot be read: {error}");
            }
        }
    }

    // A sentence of its own, for other languages have another word.
    private static FormattableString CaseOf(string label) => $"the case {label}";
}
