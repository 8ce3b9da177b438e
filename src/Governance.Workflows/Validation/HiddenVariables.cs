namespace Governance.Workflows;

/// <summary>Variables that a script cannot read by <c>getX()</c>, for an input has the same name there: Elsa's scripts then get the input.</summary>
internal static class HiddenVariables
{
    public static IEnumerable<Finding> Find(WorkflowDefinition definition) =>
        from variable in VariableUse.Declared(definition)
        let getter = "get" + Identifier.Pascal(variable.Name)
        from input in definition.Inputs
        where "get" + Identifier.Pascal(input.Name) == getter
        let reader = definition.Nodes.FirstOrDefault(node => VariableUse.Scripts(node).Any(script => script.Contains(getter + "(", StringComparison.Ordinal)))
        where reader is not null
        select new Finding(reader.Id, $"{getter}() gives the input {input.Name}, not the variable {variable.Name}; read getVariable('{variable.Name}'), or give one of the two another name.");
}
