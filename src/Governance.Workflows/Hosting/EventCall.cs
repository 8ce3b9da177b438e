using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A definition sends an event to whoever waits for it: what its <c>Elsa.PublishEvent</c> says.</summary>
/// <param name="Name">The event.</param>
/// <param name="CorrelationId">Only instances that are known by it get the event; null: all that wait for it.</param>
/// <param name="Payload">What comes with it.</param>
public sealed record EventCall(string Name, string? CorrelationId, JsonNode? Payload)
{
    /// <summary>Most events of which each leads to the next without anybody's act or a wait for a time: one that is published where it is awaited would
    /// go round for ever.</summary>
    public const int MostInARow = 100;

    /// <summary>Reads it.</summary>
    public static EventCall Of(HostCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var correlationId = Values.Text(call.Inputs["correlationId"]);
        return new(Values.Text(call.Inputs["eventName"]) ?? "", string.IsNullOrEmpty(correlationId) ? null : correlationId, call.Inputs["payload"]);
    }

    /// <summary>Whether the instance waits for it.</summary>
    public bool IsAwaitedBy(WorkflowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Bookmarks.Any(bookmark => Activities.Event.Awaits(bookmark, Name)) && (CorrelationId is null || state.CorrelationId == CorrelationId);
    }
}
