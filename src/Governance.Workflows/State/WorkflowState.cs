using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// Where an instance stands: live scopes, tokens, variables, bookmarks, open incidents; no finished history. Immutable:
/// a run makes a new one. It belongs to the definition version that the instance was started with.
/// </summary>
public sealed class WorkflowState
{
    /// <summary>The number of the stored form that this release writes.</summary>
    public const int Schema = 2;

    public required string InstanceId { get; init; }
    public required string DefinitionId { get; init; }
    public required int DefinitionVersion { get; init; }
    public required WorkflowStatus Status { get; init; }
    public string? CorrelationId { get; init; }

    /// <summary>The instance's name, set by SetName.</summary>
    public string? Name { get; init; }

    /// <summary>Open bookmarks in the order they were made; empty once the instance has ended.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; internal init; } = [];

    /// <summary>Incidents that wait for a decision.</summary>
    public IReadOnlyList<Incident> OpenIncidents { get; internal init; } = [];

    /// <summary>Outputs of the workflow so far, in the order they were set.</summary>
    public JsonObject Outputs => Values.Object(OutputValues);

    /// <summary>Ids of the activities that are under way, outermost first.</summary>
    public IReadOnlyList<string> LiveActivities => [.. Frames.Where(f => f.ActivityId.Length > 0).Select(f => f.ActivityId)];

    /// <summary>Names of events that came before anything waited for them.</summary>
    public IReadOnlyList<string> QueuedEvents => [.. Events.Select(e => e.Name)];

    /// <summary>Tells whether nothing can happen to the instance any more.</summary>
    public bool HasEnded => Status is WorkflowStatus.Finished or WorkflowStatus.Faulted or WorkflowStatus.Cancelled;

    /// <summary>The stored form; the same state always gives the same bytes.</summary>
    public string ToJson() => StateWriter.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote, also in an earlier release.</summary>
    /// <exception cref="FormatException">The text is no state, or one of a later release.</exception>
    public static WorkflowState Parse(string json) => StateReader.Read(json);

    /// <summary>The same instance in another version of its definition; the move is an entry of its journal.</summary>
    internal WorkflowState In(int version, IReadOnlyList<StoredFrame> frames) => new()
    {
        InstanceId = InstanceId,
        DefinitionId = DefinitionId,
        DefinitionVersion = version,
        Status = Status,
        CorrelationId = CorrelationId,
        Name = Name,
        Bookmarks = Bookmarks,
        OpenIncidents = OpenIncidents,
        NextFrame = NextFrame,
        NextBookmark = NextBookmark,
        NextIncident = NextIncident,
        NextJournal = NextJournal + 1,
        Frames = frames,
        Events = Events,
        Inputs = Inputs,
        OutputValues = OutputValues,
        ActivityOutputs = ActivityOutputs,
        LastResult = LastResult,
    };

    internal int NextFrame { get; init; } = 1;
    internal int NextBookmark { get; init; } = 1;
    internal int NextIncident { get; init; } = 1;
    internal long NextJournal { get; init; } = 1;
    internal IReadOnlyList<StoredFrame> Frames { get; init; } = [];
    internal IReadOnlyList<QueuedEvent> Events { get; init; } = [];
    internal IReadOnlyList<KeyValuePair<string, JsonNode?>> Inputs { get; init; } = [];
    internal IReadOnlyList<KeyValuePair<string, JsonNode?>> OutputValues { get; init; } = [];
    internal IReadOnlyList<KeyValuePair<string, JsonNode?>> ActivityOutputs { get; init; } = [];
    internal JsonNode? LastResult { get; init; }
}

/// <summary>A frame at rest. The activity of the workflow itself has an empty id, its parent is 0.</summary>
internal sealed record StoredFrame(
    int Id,
    string ActivityId,
    int ParentId,
    FrameStatus Status,
    IReadOnlyList<string>? Unreported,
    IReadOnlyList<KeyValuePair<string, FrameVariable>> Variables,
    IReadOnlyList<KeyValuePair<string, JsonNode?>> Properties,
    FlowTokens? Tokens);

/// <summary>An event that nothing waited for yet.</summary>
internal sealed record QueuedEvent(string Name, JsonNode? Payload);
