using System.Text.Json.Nodes;

namespace Governance.Tests.Processes;

/// <summary>Small definitions in Elsa's format, for tests.</summary>
internal static class TestFlows
{
    // What is not declared is forgotten at the first wait, as in Elsa.
    private static readonly string[] Inputs = ["Item", "By", "To"];

    /// <summary>A sequence.</summary>
    public static string Sequence(string definitionId, params JsonObject[] activities) => Of(definitionId, new JsonObject { ["id"] = "root", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray([.. activities]) });

    /// <summary>A definition.</summary>
    public static string Of(string definitionId, JsonObject root) => new JsonObject
    {
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["inputs"] = new JsonArray([.. Inputs.Select(name => new JsonObject { ["name"] = name, ["type"] = "Object" })]),
        ["outputs"] = new JsonArray(new JsonObject { ["name"] = "Answer", ["type"] = "Object" }),
        ["root"] = root,
    }.ToJsonString();

    /// <summary>An activity; a value that is text in braces is a script.</summary>
    public static JsonObject Activity(string type, string id, params (string Input, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type };
        foreach (var (input, value) in inputs)
        {
            var script = value is JsonValue text && text.TryGetValue<string>(out var code) && code is ['{', .., '}'] ? code[1..^1] : null;
            activity[input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = script is null ? "Literal" : "JavaScript", ["value"] = script ?? value } };
        }

        return activity;
    }

    /// <summary>Waits for an event.</summary>
    public static JsonObject Event(string id) => Activity("Elsa.Event", id, ("eventName", id));

    /// <summary>The activity may start the workflow.</summary>
    public static JsonObject CanStart(JsonObject activity)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }

    /// <summary>Sets the workflow's output by a script.</summary>
    public static JsonObject Answer(string script) => Activity("Elsa.SetOutput", "answer", ("outputName", "Answer"), ("outputValue", "{" + script + "}"));
}
