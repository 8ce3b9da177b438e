using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>By what an instance begins that nobody starts: one of its activities that can start it. A Flowchart begins there, and the activity is over
/// when it is reached, for what it would wait for has happened.</summary>
/// <param name="ActivityId">The activity: see <see cref="StartTrigger"/>.</param>
/// <param name="Payload">What came with the event, or null.</param>
public sealed record Trigger(string ActivityId, JsonNode? Payload = null)
{
    /// <summary>The form that the journal keeps, for a replay.</summary>
    public JsonObject ToJson() => Payload is null ? new() { ["activity"] = ActivityId } : new() { ["activity"] = ActivityId, ["payload"] = Payload.DeepClone() };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is no trigger.</exception>
    public static Trigger Parse(JsonNode? json) => json is JsonObject form && Values.Text(form["activity"]) is { } activity
        ? new(activity, form["payload"]?.DeepClone()) : throw new FormatException("This is no trigger.");

    /// <summary>The same without half characters.</summary>
    internal Trigger Readable() => new(Values.Readable(ActivityId), Values.Readable(Payload)?.DeepClone());
}
