using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A place where an instance waits: one waiting activity has one bookmark.</summary>
/// <param name="Id">Unique over all instances: the instance's id, a colon, a number.</param>
/// <param name="Kind">The type of the activity that waits.</param>
/// <param name="Payload">What was given at the wait: the event's name, the task, the host's payload.</param>
/// <param name="Due">The instant at which it elapses by itself; null for most.</param>
public sealed record Bookmark(string Id, string Kind, string ActivityId, JsonNode? Payload, DateTimeOffset CreatedAt, DateTimeOffset? Due)
{
    internal int FrameId { get; init; }
}
