using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Turns a stored state of an earlier release into the present form, one schema after the other.</summary>
internal static class Upcasters
{
    /// <summary>Entry n turns schema n + 1 into n + 2. Never remove one: instances live for years.</summary>
    private static readonly Action<JsonObject>[] Steps = [WaysNotTaken];

    public static void Apply(JsonObject state)
    {
        var schema = (int?)state["schema"] ?? throw new FormatException("The workflow state has no schema number.");
        if (schema is < 1 or > WorkflowState.Schema)
            throw new FormatException($"The workflow state has schema {schema}; this release reads 1 to {WorkflowState.Schema}.");
        for (; schema < WorkflowState.Schema; schema++) Steps[schema - 1](state);
    }

    /// <summary>Schema 2 keeps which ways into joins were decided against. In an earlier state nobody knows any more.</summary>
    private static void WaysNotTaken(JsonObject state)
    {
        foreach (var frame in (state["frames"] as JsonArray ?? []).OfType<JsonObject>())
        {
            frame["fromSchema1"] = true;
            frame["tokens"] ??= new JsonArray();
            frame["ignored"] ??= new JsonArray();
        }
    }
}
