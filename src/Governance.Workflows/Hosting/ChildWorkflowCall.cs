using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A definition asks the host for other workflows: what its <c>Elsa.ExecuteWorkflow</c>, <c>Elsa.DispatchWorkflow</c> or
/// <c>Elsa.BulkDispatchWorkflows</c> says.</summary>
/// <param name="DefinitionId">Which workflow; empty when none is named.</param>
/// <param name="CorrelationId">What the new instances are known by outside, or null.</param>
/// <param name="Inputs">The inputs of each instance that is to be started.</param>
/// <param name="Waits">Whether the activity waits until all have ended. Elsa's default: only the bulk activity does.</param>
public sealed record ChildWorkflowCall(string DefinitionId, string? CorrelationId, IReadOnlyList<JsonObject> Inputs, bool Waits)
{
    internal const string Bulk = "Elsa.BulkDispatchWorkflows";

    /// <summary>Reads it.</summary>
    public static ChildWorkflowCall Of(HostCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var isBulk = call.ActivityType == Bulk;
        IReadOnlyList<JsonObject> inputs = isBulk ? [.. Items(call)] : [Input(call)];
        var waits = call.Inputs.ContainsKey("waitForCompletion") ? Conversion.Lenient(call.Inputs["waitForCompletion"], "Boolean")?.GetValue<bool>() == true : isBulk;
        return new(Values.Text(call.Inputs["workflowDefinitionId"]) ?? "", Values.Text(call.Inputs["correlationId"]), inputs, waits && inputs.Count > 0);
    }

    /// <summary>The answer when there is no such workflow.</summary>
    public HostResult Missing() => HostResult.Fault($"There is no workflow \"{DefinitionId}\".");

    private static JsonObject Input(HostCall call) => Conversion.Lenient(call.Inputs["input"], "Dictionary")?.DeepClone() as JsonObject ?? [];

    // An item that is an object gives inputs by name; any other is one input.
    private static IEnumerable<JsonObject> Items(HostCall call)
    {
        var key = Values.Text(call.Inputs["defaultItemInputKey"]) ?? "Item";
        foreach (var item in call.Inputs["items"] as JsonArray ?? [])
        {
            var inputs = Input(call);
            if (item is JsonObject values)
            {
                foreach (var (name, value) in values) inputs[name] = value?.DeepClone();
            }
            else inputs[key] = item?.DeepClone();
            yield return inputs;
        }
    }
}
