using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>What one burst did: everything a caller stores.</summary>
public sealed class RunResult
{
    /// <summary>False when the stimulus met nothing (a burnt bookmark, an ended instance, an unknown outcome); nothing changed.</summary>
    public required bool Applied { get; init; }

    /// <summary>Why it was not applied, one sentence; otherwise null.</summary>
    public string? Refusal { get; init; }

    public required WorkflowState State { get; init; }

    public WorkflowStatus Status => State.Status;

    public IReadOnlyList<Bookmark> CreatedBookmarks { get; init; } = [];

    /// <summary>Bookmarks of the state before that are gone.</summary>
    public IReadOnlyList<Bookmark> BurntBookmarks { get; init; } = [];

    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <summary>The incidents of this burst, open or informational.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Incidents of the state before that wait for no decision any more.</summary>
    public IReadOnlyList<Incident> SettledIncidents { get; init; } = [];

    /// <summary>What WriteLine wrote, in order.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>All outputs of the workflow so far, in the order they were set.</summary>
    public required JsonObject Outputs { get; init; }
}
