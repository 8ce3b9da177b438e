using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Evaluates expressions in the scope of a frame.</summary>
internal sealed class Evaluator(Burst burst)
{
    /// <summary>The value, converted to the type that the activity wants.</summary>
    /// <exception cref="ActivityFaultException">It cannot be evaluated; the message names activity and expression.</exception>
    public JsonNode? Evaluate(Frame frame, Expression expression, string typeName)
    {
        try
        {
            var value = expression.Type switch
            {
                "Literal" => expression.Value,
                "Object" => string.IsNullOrWhiteSpace(expression.Text) ? null : JsonNode.Parse(expression.Text),
                "JavaScript" => new JavaScript(burst, frame).Evaluate(expression.Script!, typeName),
                "Variable" => Variable(frame, expression.Value, typeName),
                "Input" => Input(burst, frame, Values.Text(expression.Value is JsonObject named ? named["name"] : expression.Value) ?? ""),
                "Liquid" => string.IsNullOrWhiteSpace(expression.Text) ? null : expression.Template!.Render(burst, frame),
                // As Elsa does; publishing refuses such a definition.
                _ => null,
            };
            if (expression.Type is "JavaScript" or "Liquid") burst.Take(value);
            return Conversion.Lenient(value, typeName);
        }
        catch (Exception e) when (e is not ActivityFaultException and not OutOfMemoryException)
        {
            throw Fault(frame, expression.Type, expression.Text, e);
        }
    }

    /// <summary>Runs the script of RunJavaScript.</summary>
    public JsonNode? Run(Frame frame, string source, Action<IReadOnlyList<string>> chooseOutcomes)
    {
        try
        {
            var script = frame.Node.InputMap.TryGetValue("script", out var input) && input.PreparedScript is { } prepared && prepared.Source == source
                ? prepared : Script.Prepare(source);
            return new JavaScript(burst, frame) { ChooseOutcomes = chooseOutcomes }.Evaluate(script, "Object");
        }
        catch (Exception e) when (e is not ActivityFaultException and not OutOfMemoryException)
        {
            throw Fault(frame, "JavaScript", source, e);
        }
    }

    /// <summary>An input of the workflow; inside a workflow used as an activity, that one's.</summary>
    public static JsonNode? Input(Burst burst, Frame frame, string name)
    {
        if (Activities.Workflow.UsedAs(frame) is not null && Scope.FindByName(frame, name) is { } slot) return slot.Variable.Value;
        return burst.Inputs.GetValueOrDefault(name);
    }

    private static JsonNode? Variable(Frame frame, JsonNode? reference, string typeName)
    {
        var (id, name) = reference is JsonObject o ? (Values.Text(o["id"]), Values.Text(o["name"])) : (Values.Text(reference), Values.Text(reference));
        var variable = (Scope.FindById(frame, id) ?? Scope.FindByName(frame, name))?.Variable;
        return typeName == "String" && variable?.Instant is { } instant ? ScriptValues.DateText(instant) : variable?.Value;
    }

    private static ActivityFaultException Fault(Frame frame, string type, string text, Exception e) =>
        new($"The {type} expression of \"{frame.Node.Id}\" failed: {e.Message.TrimEnd('.')}. It is: {(text.Length > 200 ? text[..199] + "…" : text)}", frame.Node);
}
