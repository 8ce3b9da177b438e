namespace Governance.Workflows;

/// <summary>Variables without a default that something reads and nothing ever sets.</summary>
internal static class UnsetVariables
{
    public static IEnumerable<(string ActivityId, string Message)> Find(WorkflowDefinition definition)
    {
        var uses = definition.Nodes.SelectMany(node => VariableUse.References(node).Concat(VariableUse.InScripts(node)), (node, use) => (Node: node, Name: use.Item1, Writes: use.Item2)).ToList();
        foreach (var (variable, _) in VariableUse.Declared(definition).Where(declared => declared.Variable.Default is null))
        {
            var own = uses.Where(use => use.Name == variable.Id || use.Name == variable.Name || use.Name == Identifier.Pascal(variable.Name)).ToList();
            if (own.Count > 0 && !own.Exists(use => use.Writes))
                yield return (own[0].Node.Id, $"the variable {variable.Name} is read, but nothing sets it; set it before or give it a default.");
        }
    }
}
