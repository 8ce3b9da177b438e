using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Writes a state. Short names and left-out defaults keep it small; the order is fixed, so the bytes are stable.</summary>
internal static class StateWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(WorkflowState state)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", WorkflowState.Schema);
            json.WriteString("instance", state.InstanceId);
            json.WriteString("definition", state.DefinitionId);
            json.WriteNumber("version", state.DefinitionVersion);
            json.WriteString("status", state.Status.ToString());
            if (state.CorrelationId is not null) json.WriteString("correlation", state.CorrelationId);
            if (state.Name is not null) json.WriteString("name", state.Name);
            json.WriteStartArray("next");
            json.WriteNumberValue(state.NextFrame);
            json.WriteNumberValue(state.NextBookmark);
            json.WriteNumberValue(state.NextIncident);
            json.WriteNumberValue(state.NextJournal);
            json.WriteEndArray();
            Map(json, "inputs", state.Inputs);
            Map(json, "outputs", state.OutputValues);
            Map(json, "activityOutputs", state.ActivityOutputs);
            if (state.LastResult is not null) Value(json, "lastResult", state.LastResult);
            List(json, "frames", state.Frames, Frame);
            List(json, "bookmarks", state.Bookmarks, Bookmark);
            List(json, "incidents", state.OpenIncidents, Incident);
            List(json, "events", state.Events, Event);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Frame(Utf8JsonWriter json, StoredFrame frame)
    {
        json.WriteNumber("id", frame.Id);
        json.WriteString("activity", frame.ActivityId);
        if (frame.ParentId != 0) json.WriteNumber("parent", frame.ParentId);
        if (frame.Status != FrameStatus.Running) json.WriteString("status", frame.Status.ToString());
        if (frame.Unreported is { } outcomes)
        {
            json.WriteStartArray("unreported");
            foreach (var outcome in outcomes) json.WriteStringValue(outcome);
            json.WriteEndArray();
        }
        if (frame.Variables.Count > 0)
        {
            json.WriteStartObject("variables");
            foreach (var (id, variable) in frame.Variables)
            {
                json.WriteStartArray(id);
                json.WriteStringValue(variable.Name);
                json.WriteStringValue(variable.TypeName);
                Element(json, variable.Value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        Map(json, "properties", frame.Properties);
        if (frame.Tokens is not { IsEmpty: false } tokens) return;
        json.WriteStartArray("tokens");
        foreach (var (connection, count) in tokens.Waiting)
        {
            json.WriteNumberValue(connection);
            json.WriteNumberValue(count);
        }
        json.WriteEndArray();
        json.WriteStartArray("ignored");
        foreach (var connection in tokens.Ignored) json.WriteNumberValue(connection);
        json.WriteEndArray();
        if (tokens.FromSchema1) json.WriteBoolean("fromSchema1", true);
        if (tokens.Dead.Count == 0) return;
        json.WriteStartArray("dead");
        foreach (var connection in tokens.Dead) json.WriteNumberValue(connection);
        json.WriteEndArray();
    }

    private static void Bookmark(Utf8JsonWriter json, Bookmark bookmark)
    {
        json.WriteString("id", bookmark.Id);
        json.WriteNumber("frame", bookmark.FrameId);
        json.WriteString("kind", bookmark.Kind);
        json.WriteString("activity", bookmark.ActivityId);
        json.WriteString("at", bookmark.CreatedAt);
        if (bookmark.Due is { } due) json.WriteString("due", due);
        if (bookmark.Payload is not null) Value(json, "payload", bookmark.Payload);
    }

    private static void Incident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("id", incident.Id);
        json.WriteNumber("frame", incident.FrameId);
        json.WriteString("activity", incident.ActivityId);
        json.WriteString("type", incident.ActivityType);
        json.WriteString("message", incident.Message);
        json.WriteString("at", incident.Instant);
    }

    private static void Event(Utf8JsonWriter json, QueuedEvent queued)
    {
        json.WriteString("name", queued.Name);
        if (queued.Payload is not null) Value(json, "payload", queued.Payload);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, JsonNode?>> values)
    {
        if (values.Count == 0) return;
        json.WriteStartObject(name);
        foreach (var (key, value) in values) Value(json, key, value);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, JsonNode? value)
    {
        json.WritePropertyName(name);
        Element(json, value);
    }

    private static void Element(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null) json.WriteNullValue();
        else value.WriteTo(json);
    }
}
