using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>What a behaviour sees of the instance while it acts for one frame.</summary>
internal readonly record struct ActivityContext(Interpreter Interpreter, Frame Frame)
{
    public ActivityNode Node => Frame.Node;

    public Burst Burst => Interpreter.Burst;

    /// <summary>The value of an input, converted to a type of Elsa; null when the definition gives none.</summary>
    public JsonNode? Input(string name, string typeName = "Object") =>
        Node.InputMap.TryGetValue(name, out var expression) ? Evaluate(expression, typeName) : null;

    public string? Text(string name) => Values.Text(Input(name, "String"));

    public bool? Bool(string name) => Input(name, "Boolean")?.GetValue<bool>();

    public int? Int(string name) => Input(name, "Int32") is { } value ? (int)Values.Double(value) : null;

    public JsonNode? Evaluate(Expression expression, string typeName) => Interpreter.Evaluator.Evaluate(Frame, expression, typeName);

    public void Schedule(ActivityNode node, params IReadOnlyList<KeyValuePair<string, JsonNode?>> variables) =>
        Interpreter.Schedule(Frame, node, variables);

    public void Complete(params IReadOnlyList<string> outcomes) => Interpreter.Complete(Frame, outcomes.Count == 0 ? ["Done"] : outcomes);

    /// <summary>The trigger, if the instance begins by this activity: what it would wait for has happened. Told once; when it is reached again, it waits.</summary>
    public Trigger? TakeTrigger()
    {
        if (Burst.Trigger is not { } trigger || trigger.ActivityId != Node.Id) return null;
        Burst.Trigger = null;
        return trigger;
    }

    public void Wait(JsonNode? payload, DateTimeOffset? due = null) => Interpreter.Wait(Frame, payload, due);

    /// <summary>Writes an output to the variable it is bound to, and remembers it where a script reads it.</summary>
    public void Output(string name, JsonNode? value) => Output(name, value, Frame);

    /// <summary>As Output, for an activity whose own scope has other variables of the same names.</summary>
    public void OutputOutside(string name, JsonNode? value) => Output(name, value, Frame.Parent!);

    private void Output(string name, JsonNode? value, Frame scope)
    {
        if (Node.OutputMap.TryGetValue(name, out var variableId)) Scope.Assign(scope, Burst, variableId, value);
        if (Burst.Definition.OutputReaders.Reads(Node)) Burst.ActivityOutputs[$"{Node.Id}:{Identifier.Pascal(name)}"] = value?.DeepClone();
        if (Burst.Definition.OutputReaders.LastResult && name.Equals("result", StringComparison.OrdinalIgnoreCase)) Burst.LastResult = value?.DeepClone();
    }
}

/// <summary>What a bookmark is resumed with.</summary>
internal sealed record Resumption(IReadOnlyList<string> Outcomes, JsonObject? Outputs, JsonNode? Value)
{
    /// <summary>Set when what it waited for has failed.</summary>
    public string? Fault { get; init; }
}
