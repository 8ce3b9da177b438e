using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Reads a stored state; one of an earlier schema goes through its upcasters first.</summary>
internal static class StateReader
{
    public static WorkflowState Read(string json)
    {
        JsonObject root;
        try
        {
            root = JsonNode.Parse(json, documentOptions: new() { MaxDepth = 256 }) as JsonObject ?? throw new FormatException("A workflow state is a JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The workflow state is no JSON: {e.Message}", e);
        }
        try
        {
            Upcasters.Apply(root);
            var state = Read(root);
            CheckFrames(state);
            return state;
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException($"The workflow state lacks something: {e.Message}", e);
        }
    }

    /// <summary>Nothing refers to a frame that is not there.</summary>
    private static void CheckFrames(WorkflowState state)
    {
        var ids = new HashSet<int>();
        foreach (var frame in state.Frames)
        {
            if (!(frame.ActivityId.Length == 0 && frame.ParentId == 0) && !ids.Contains(frame.ParentId)) throw new FormatException($"The workflow state lacks the frame {frame.ParentId}.");
            if (!ids.Add(frame.Id)) throw new FormatException($"The workflow state has two frames {frame.Id}.");
        }
        foreach (var id in state.Bookmarks.Select(bookmark => bookmark.FrameId).Concat(state.OpenIncidents.Select(incident => incident.FrameId)))
        {
            if (!ids.Contains(id)) throw new FormatException($"The workflow state lacks the frame {id}.");
        }
    }

    private static WorkflowState Read(JsonObject root)
    {
        var next = root["next"]!.AsArray();
        return new()
        {
            InstanceId = Text(root, "instance"),
            DefinitionId = Text(root, "definition"),
            DefinitionVersion = (int)root["version"]!,
            Status = Enum.Parse<WorkflowStatus>(Text(root, "status")),
            CorrelationId = (string?)root["correlation"],
            Name = (string?)root["name"],
            NextFrame = (int)next[0]!,
            NextBookmark = (int)next[1]!,
            NextIncident = (int)next[2]!,
            NextJournal = (long)next[3]!,
            Inputs = Map(root["inputs"]),
            OutputValues = Map(root["outputs"]),
            ActivityOutputs = Map(root["activityOutputs"]),
            LastResult = root["lastResult"]?.DeepClone(),
            Frames = List(root["frames"], Frame),
            Bookmarks = List(root["bookmarks"], b => new Bookmark(Text(b, "id"), Text(b, "kind"), Text(b, "activity"),
                b["payload"]?.DeepClone(), Instant(b, "at")!.Value, Instant(b, "due")) { FrameId = (int)b["frame"]! }),
            OpenIncidents = List(root["incidents"], i => new Incident(Text(i, "id"), Text(i, "activity"), Text(i, "type"),
                Text(i, "message"), Instant(i, "at")!.Value, Open: true) { FrameId = (int)i["frame"]! }),
            Events = List(root["events"], e => new QueuedEvent(Text(e, "name"), e["payload"]?.DeepClone())),
        };
    }

    private static StoredFrame Frame(JsonObject frame)
    {
        FlowTokens? tokens = null;
        if (frame["tokens"] is JsonArray waiting)
        {
            tokens = new() { FromSchema1 = frame["fromSchema1"] is not null };
            for (var i = 0; i < waiting.Count; i += 2) tokens.Waiting.Add((int)waiting[i]!, (int)waiting[i + 1]!);
            foreach (var connection in frame["ignored"]!.AsArray()) tokens.Ignored.Add((int)connection!);
            foreach (var connection in frame["dead"] as JsonArray ?? []) tokens.Dead.Add((int)connection!);
        }
        return new((int)frame["id"]!, Text(frame, "activity"), (int?)frame["parent"] ?? 0,
            frame["status"] is { } status ? Enum.Parse<FrameStatus>((string)status!) : FrameStatus.Running,
            (frame["unreported"] as JsonArray)?.Select(o => (string)o!).ToList(),
            [.. (frame["variables"] as JsonObject ?? []).Select(v => KeyValuePair.Create(v.Key,
                new FrameVariable((string)v.Value![0]!, (string)v.Value[1]!, v.Value[2]?.DeepClone())))],
            Map(frame["properties"]), tokens);
    }

    private static List<KeyValuePair<string, JsonNode?>> Map(JsonNode? node) =>
        [.. (node as JsonObject ?? []).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))];

    private static List<T> List<T>(JsonNode? node, Func<JsonObject, T> read) =>
        [.. (node as JsonArray ?? []).Select(item => read(item!.AsObject()))];

    private static string Text(JsonObject node, string name) =>
        (string?)node[name] ?? throw new KeyNotFoundException($"there is no \"{name}\".");

    private static DateTimeOffset? Instant(JsonObject node, string name) =>
        node[name] is { } value ? DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture) : null;
}
