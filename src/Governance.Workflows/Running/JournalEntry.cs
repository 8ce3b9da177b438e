using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>One line of an instance's history. Append-only; numbers are without gaps from 1 on.</summary>
/// <param name="ActivityId">Empty for what concerns the instance as a whole.</param>
/// <param name="Detail">The host's result, an incident's message, an event's name; for replay and for people.</param>
public sealed record JournalEntry(
    long Number,
    string ActivityId,
    string ActivityType,
    JournalEvent Event,
    IReadOnlyList<string> Outcomes,
    DateTimeOffset Instant,
    JsonNode? Detail);

/// <summary>What happened to an activity (Elsa's words) or to the instance.</summary>
public enum JournalEvent
{
    Started,
    Completed,
    Waiting,
    Resumed,
    Faulted,
    Retried,
    Skipped,
    Canceled,
    HostAnswered,
    EventQueued,
    InstanceStarted,
    InstanceCorrelated,
    InstanceTriggered,
    InstanceSuspended,
    InstanceFinished,
    InstanceFaulted,
    InstanceCancelled,
    InstanceMoved,
}
