using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Reads Elsa's JSON into nodes. Lenient as Elsa is: only what is no definition at all is refused.</summary>
internal sealed class DefinitionReader(ActivityCatalog catalog)
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    private readonly List<ActivityNode> nodes = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public static WorkflowDefinition Read(string json, ActivityCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalog);
        try
        {
            var file = Parse(json) as JsonObject
                ?? throw new DefinitionException("A workflow definition is a JSON object.");
            return new DefinitionReader(catalog).Read(json, file);
        }
        catch (JsonException e)
        {
            throw new DefinitionException($"This is no JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new DefinitionException($"A property has another type than Elsa gives it: {e.Message}", e);
        }
    }

    private static JsonNode? Parse(string json) => JsonNode.Parse(json.TrimStart('\uFEFF'), documentOptions: Options);

    private WorkflowDefinition Read(string json, JsonObject file)
    {
        if (file["root"] is not JsonObject root || root["type"] is null)
            throw new DefinitionException("A workflow definition has a \"root\" activity with a \"type\"; this file has none.");
        Activity(root, parent: null, "root", prefix: "");
        var options = file["options"] as JsonObject;
        return new WorkflowDefinition(json, nodes)
        {
            DefinitionId = Text(file["definitionId"]) ?? Text(file["id"]) ?? "",
            VersionId = Text(file["id"]) ?? "",
            Version = Values.IsNumber(file["version"]) ? (int)file["version"]! : 1,
            Name = Text(file["name"]) ?? Text(file["definitionId"]) ?? "",
            Description = Text(file["description"]),
            Variables = ReadVariables(file["variables"]),
            Inputs = [.. Objects(file["inputs"]).Select(i => new InputDefinition(Text(i["name"]) ?? "", TypeName(i, "type"), Text(i["displayName"]), Text(i["description"])))],
            Outputs = [.. Objects(file["outputs"]).Select(o => new OutputDefinition(Text(o["name"]) ?? "", TypeName(o, "type"), Text(o["displayName"]), Text(o["description"])))],
            Outcomes = [.. (file["outcomes"] as JsonArray ?? []).Select(Text).OfType<string>()],
            CustomProperties = file["customProperties"]?.DeepClone() as JsonObject,
            UsableAsActivity = options?["usableAsActivity"]?.GetValueKind() == JsonValueKind.True,
            IncidentStrategy = Text(options?["incidentStrategyType"])?.Contains("ContinueWithIncidents", StringComparison.Ordinal) == true
                ? IncidentStrategy.ContinueWithIncidents : IncidentStrategy.Fault,
            ActivationStrategy = Enum.GetValues<ActivationStrategy>().FirstOrDefault(strategy => Text(options?["activationStrategyType"])?.Contains($".{strategy}Strategy", StringComparison.Ordinal) == true),
            OutputReaders = OutputReaders.Of(nodes.SelectMany(Scripts)),
        };
    }

    private ActivityNode Activity(JsonObject json, ActivityNode? parent, string port, string prefix)
    {
        var type = Text(json["type"]) ?? throw new DefinitionException($"The activity \"{Text(json["id"])}\" has no \"type\".");
        var metadata = json["metadata"] as JsonObject;
        var custom = json["customProperties"] as JsonObject;
        var node = new ActivityNode(nodes.Count, UniqueId(prefix + (Text(json["id"]) ?? type[(type.LastIndexOf('.') + 1)..])), type, parent, port)
        {
            Name = Text(json["name"]),
            DisplayName = Text(metadata?["displayText"]),
            Metadata = metadata?.DeepClone() as JsonObject,
            CustomProperties = custom?.DeepClone() as JsonObject,
            CanStartWorkflow = custom?["canStartWorkflow"]?.GetValueKind() == JsonValueKind.True,
            Layout = Layout(metadata?["designer"] as JsonObject),
            Variables = ReadVariables(json["variables"]),
            Descriptor = catalog.Find(type),
        };
        nodes.Add(node);
        parent?.ChildList.Add(node);
        foreach (var (name, value) in json)
        {
            if (name is not ("id" or "nodeId" or "name" or "type" or "version" or "customProperties" or "metadata" or "connections" or "variables" or "cases"))
                Property(node, name, value, prefix);
        }
        if (type == "Elsa.RunJavaScript" && node.InputMap.TryGetValue("script", out var script)) script.PrepareLiteral();
        node.Cases = [.. Objects(json["cases"]).Select(c => Case(node, c, prefix))];
        foreach (var expected in Objects(json["expectedStatusCodes"]))
        {
            if (expected["activity"] is JsonObject handler) Activity(handler, node, "status:" + Values.Text(expected["statusCode"]), prefix);
        }
        node.Connections = [.. Objects(json["connections"]).Select(c => Connection(node, c, prefix)).OfType<Connection>()];
        if (type == "Elsa.Flowchart") node.Graph = FlowGraph.Of(node);
        if (node.Descriptor?.Workflow is { } composite) TakeIn(node, composite);
        return node;
    }

    private void Property(ActivityNode node, string name, JsonNode? value, string prefix)
    {
        if (value is JsonObject expression && expression["expression"] is JsonObject inner)
            node.InputMap[name] = ReadExpression(inner, Text(expression["typeName"]));
        else if (value is JsonObject output && output["memoryReference"] is JsonObject reference)
        {
            if (Text(reference["id"]) is { } id) node.OutputMap[name] = id;
        }
        else if (value is JsonObject child && IsActivity(child))
            Activity(child, node, name, prefix);
        else if (value is JsonArray children && children.Count > 0 && children.All(c => c is JsonObject o && IsActivity(o)))
            foreach (var item in children) Activity((JsonObject)item!, node, name, prefix);
        else if (value is JsonValue or JsonArray && node.Descriptor?.Inputs.Any(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) == true)
            node.InputMap[name] = new("Literal", value.DeepClone(), typeName: null);
        else
            node.RawMap[name] = value?.DeepClone();
    }

    /// <summary>A workflow used as an activity becomes this activity's child, so that a state needs no second definition.</summary>
    private void TakeIn(ActivityNode node, WorkflowDefinition composite)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Composite?.DefinitionId == composite.DefinitionId)
                throw new DefinitionException($"The workflow \"{composite.DefinitionId}\" contains itself.");
        }
        var workflow = new ActivityNode(nodes.Count, UniqueId(node.Id + ":workflow"), "Elsa.Workflow", node, "workflow") { Composite = composite };
        nodes.Add(workflow);
        node.ChildList.Add(workflow);
        Activity((JsonObject)Parse(composite.Source)!["root"]!, workflow, "root", node.Id + ":");
    }

    private SwitchCase Case(ActivityNode node, JsonObject json, string prefix)
    {
        var label = Text(json["label"]) ?? "";
        var condition = json["condition"] as JsonObject;
        return new(label, ReadExpression(condition?["expression"] as JsonObject ?? condition ?? [], "Boolean"),
            json["activity"] is JsonObject activity ? Activity(activity, node, "case:" + label, prefix) : null);
    }

    private static Connection? Connection(ActivityNode node, JsonObject json, string prefix)
    {
        // The older form has the ids and ports side by side.
        var (source, target) = (json["source"], json["target"]);
        var from = Find(Text(source is JsonObject s ? s["activity"] : source));
        var to = Find(Text(target is JsonObject t ? t["activity"] : target));
        var port = Text(source is JsonObject p ? p["port"] : json["sourcePort"]);
        return from is null || to is null ? null : new(from, string.IsNullOrEmpty(port) ? "Done" : port, to);

        ActivityNode? Find(string? id) => id is null ? null : node.ChildList.Find(child => child.Id == prefix + id);
    }

    private static Expression ReadExpression(JsonObject json, string? typeName) =>
        new(Text(json["type"]) ?? "Literal", json["value"]?.DeepClone(), typeName);

    private static List<VariableDefinition> ReadVariables(JsonNode? json)
    {
        var unnamed = 0;
        return [.. Objects(json).Select(v =>
        {
            var name = Text(v["name"]) is { Length: > 0 } given ? given : $"Variable{++unnamed}";
            var type = TypeName(v, "typeName");
            return new VariableDefinition(Text(v["id"]) ?? name, name, type, Conversion.OrNull(v["value"], type));
        })];
    }

    private static string TypeName(JsonObject json, string property)
    {
        var name = Text(json[property]) is { Length: > 0 } given ? given : "Object";
        return json["isArray"]?.GetValueKind() == JsonValueKind.True ? name + "[]" : name;
    }

    private static NodeLayout? Layout(JsonObject? designer)
    {
        if (designer?["position"] is not JsonObject position) return null;
        var size = designer["size"] as JsonObject;
        return new(Number(position["x"]) ?? 0, Number(position["y"]) ?? 0, Number(size?["width"]), Number(size?["height"]));

        static double? Number(JsonNode? value) => Values.IsNumber(value) ? Values.Double(value!) : null;
    }

    private static IEnumerable<string> Scripts(ActivityNode node) =>
        node.Inputs.Values.Concat(node.Cases.Select(c => c.Condition))
            .Where(e => e.Type is "JavaScript" or "Liquid" || node.Type == "Elsa.RunJavaScript").Select(e => e.Text);

    private string UniqueId(string id)
    {
        var unique = id;
        for (var n = 2; !ids.Add(unique); n++) unique = $"{id}#{n}";
        return unique;
    }

    private static bool IsActivity(JsonObject json) => Values.IsText(json["type"]) && (json.ContainsKey("id") || json.ContainsKey("activities"));

    private static IEnumerable<JsonObject> Objects(JsonNode? json) => (json as JsonArray ?? []).OfType<JsonObject>();

    private static string? Text(JsonNode? json) => Values.IsText(json) ? json!.GetValue<string>() : null;
}
