namespace Governance.Workflows;

/// <summary>References to variables that are in no scope around the activity: Elsa ignores such a write and reads nothing.</summary>
internal static class UnknownVariables
{
    // What a loop gives its body.
    private static readonly string[] OfLoops = ["CurrentValue", "CurrentIndex", "ChildInstanceId"];

    public static IEnumerable<Finding> Find(WorkflowDefinition definition) =>
        from node in definition.Nodes
        from use in VariableUse.References(node)
        where !IsKnown(definition, node, use.Name)
        select new Finding(node.Id, $"there is no variable {use.Name} here; declare it in the workflow or in a container around {node.Id}.");

    private static bool IsKnown(WorkflowDefinition definition, ActivityNode node, string reference)
    {
        if (OfLoops.Contains(reference, StringComparer.Ordinal) || definition.Outputs.Any(output => output.Name == reference)) return true;
        if (definition.Variables.Any(Is)) return true;
        for (var scope = node; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables.Any(Is) || scope.Composite?.Variables.Any(Is) == true || scope.Composite?.Outputs.Any(output => output.Name == reference) == true) return true;
        }
        return false;

        bool Is(VariableDefinition variable) => variable.Id == reference || variable.Name == reference;
    }
}
