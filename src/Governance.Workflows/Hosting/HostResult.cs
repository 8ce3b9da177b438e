using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>What a host activity answered. Part of the journal, so that a replay gives the same bytes.</summary>
public abstract record HostResult
{
    private HostResult() { }

    /// <summary>The activity completed. Without outcomes it is Done.</summary>
    public static HostResult Done(IReadOnlyList<string>? outcomes = null, JsonObject? outputs = null) =>
        new Completed(outcomes is null or { Count: 0 } ? ["Done"] : outcomes, outputs ?? []);

    /// <summary>The activity waits: a bookmark with this payload is created and kept until it is resumed.</summary>
    public static HostResult Wait(JsonNode? payload = null) => new Waiting(payload);

    /// <summary>The activity failed; the message becomes an incident.</summary>
    public static HostResult Fault(string message) => new Failed(message);

    /// <summary>Done, with the [Output] properties of <paramref name="activity"/>.</summary>
    public static HostResult From(object activity, params string[] outcomes) => Done(outcomes, HostBinding.Outputs(activity));

    public sealed record Completed(IReadOnlyList<string> Outcomes, JsonObject Outputs) : HostResult;
    public sealed record Waiting(JsonNode? Payload) : HostResult;
    public sealed record Failed(string Message) : HostResult;

    /// <summary>The same without half characters.</summary>
    internal HostResult Readable() => this switch
    {
        Completed c => new Completed([.. c.Outcomes.Select(Values.Readable)], (JsonObject)Values.Readable(c.Outputs)!),
        Waiting w => new Waiting(Values.Readable(w.Payload)),
        _ => new Failed(Values.Readable(((Failed)this).Message)),
    };

    /// <summary>Reads the form that the journal keeps, for a replay.</summary>
    /// <exception cref="FormatException">It is no host result.</exception>
    public static HostResult Parse(JsonNode? json) => json switch
    {
        JsonObject o when o["done"] is JsonArray outcomes => Done([.. outcomes.Select(n => Values.Text(n) ?? "")], o["outputs"]?.DeepClone() as JsonObject),
        JsonObject o when o.ContainsKey("wait") => Wait(o["wait"]?.DeepClone()),
        JsonObject o when o.ContainsKey("fault") => Fault(Values.Text(o["fault"]) ?? ""),
        _ => throw new FormatException("This is no host result."),
    };

    /// <summary>The form that the journal keeps (the detail of HostAnswered).</summary>
    public JsonObject ToJson() => this switch
    {
        Completed c => new() { ["done"] = new JsonArray([.. c.Outcomes.Select(o => (JsonNode)o)]), ["outputs"] = c.Outputs.DeepClone() },
        Waiting w => new() { ["wait"] = w.Payload?.DeepClone() },
        _ => new() { ["fault"] = ((Failed)this).Message },
    };
}
