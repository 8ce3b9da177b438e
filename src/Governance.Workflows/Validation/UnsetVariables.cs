namespace Governance.Workflows;

/// <summary>Variables without a default that something reads and nothing ever sets.</summary>
internal static class UnsetVariables
{
    public static IEnumerable<Finding> Find(WorkflowDefinition definition)
    {
        var uses = definition.Nodes.SelectMany(node => VariableUse.References(node).Concat(VariableUse.InScripts(node)), (node, use) => (Node: node, use.Name, use.Writes)).ToList();
        foreach (var variable in VariableUse.Declared(definition).Where(declared => declared.Default is null))
        {
            var own = uses.Where(use => use.Name == variable.Id || use.Name == variable.Name || use.Name == Identifier.Pascal(variable.Name)).ToList();
            if (own.Count > 0 && !own.Exists(use => use.Writes))
                yield return new(own[0].Node.Id, $"the variable {variable.Name} is read, but nothing sets it; set it before or give it a default.");
        }
    }
}
