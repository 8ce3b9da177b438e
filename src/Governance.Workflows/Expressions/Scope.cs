using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Finds variables from a frame outwards.</summary>
internal static class Scope
{
    /// <summary>Begins a scope: its variables get their default values.</summary>
    public static void Declare(Frame frame, IReadOnlyList<VariableDefinition> variables)
    {
        foreach (var variable in variables) frame.Variables[variable.Id] = new(variable.Name, variable.TypeName, variable.Default);
    }

    public static Slot? FindById(Frame? frame, string? id)
    {
        for (; id is not null && frame is not null; frame = frame.Parent)
        {
            if (frame.HasVariables && frame.Variables.ContainsKey(id)) return new(frame, id);
        }
        return null;
    }

    public static Slot? FindByName(Frame? frame, string? name)
    {
        for (; name is not null && frame is not null; frame = frame.Parent)
        {
            if (!frame.HasVariables) continue;
            foreach (var (id, variable) in frame.Variables)
            {
                if (variable.Name == name) return new(frame, id);
            }
        }
        return null;
    }

    /// <summary>All variables in scope, the innermost of each name.</summary>
    public static IEnumerable<Slot> All(Frame? frame)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (; frame is not null; frame = frame.Parent)
        {
            if (!frame.HasVariables) continue;
            foreach (var (id, variable) in frame.Variables)
            {
                if (seen.Add(variable.Name)) yield return new(frame, id);
            }
        }
    }

    /// <summary>A new variable, in the nearest container around the frame.</summary>
    public static Slot Create(Frame frame, string name)
    {
        var container = frame.Ancestors().FirstOrDefault(f => f.Node.Type is "Elsa.Workflow" or "Elsa.Sequence" or "Elsa.Flowchart" or "Elsa.Parallel") ?? frame;
        container.Variables[name] = new(name, "Object", null);
        return new(container, name);
    }

    /// <summary>Writes an activity's output to the variable or workflow output it is bound to.</summary>
    /// <exception cref="ActivityFaultException">The value is not of the variable's type.</exception>
    public static void Assign(Frame frame, Burst burst, string target, JsonNode? value)
    {
        if ((FindById(frame, target) ?? FindByName(frame, target)) is { } slot)
        {
            try
            {
                slot.Set(Conversion.Strict(value, slot.Variable.TypeName));
            }
            catch (ConversionException e)
            {
                throw new ActivityFaultException($"The variable \"{slot.Variable.Name}\" cannot take the output: {e.Message}");
            }
        }
        else if (burst.Definition.Outputs.Any(o => o.Name == target)) burst.Outputs[target] = value?.DeepClone();
    }
}

/// <summary>Where a variable lives.</summary>
internal sealed record Slot(Frame Frame, string Id)
{
    public FrameVariable Variable => Frame.Variables[Id];

    public void Set(JsonNode? value) => Frame.Variables[Id] = Variable with { Value = value?.DeepClone() };
}
