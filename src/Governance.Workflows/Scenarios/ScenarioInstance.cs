using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>An instance in memory and the one that waits for it.</summary>
internal sealed class ScenarioInstance(string id, WorkflowDefinition definition)
{
    public string Id { get; } = id;
    public WorkflowDefinition Definition { get; } = definition;
    public WorkflowState? State { get; set; }
    public List<JournalEntry> Journal { get; } = [];
    public List<Incident> Incidents { get; } = [];

    /// <summary>How many are above it.</summary>
    public int Depth { get; init; }

    /// <summary>The bookmark of the parent that is resumed when this one has ended.</summary>
    public (ScenarioInstance Instance, string BookmarkId)? Waiting { get; set; }

    /// <summary>That bookmark, once it has ended.</summary>
    public string? Returned { get; set; }

    public JsonObject Outputs => State!.Outputs;

    /// <summary>Of one that faulted.</summary>
    public string FaultReason => Incidents.FindLast(i => !i.Open)!.Message;
}
