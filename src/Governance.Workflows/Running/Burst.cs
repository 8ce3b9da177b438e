using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>The working memory of one burst: an instance taken out of its state, and what is to be reported.</summary>
internal sealed class Burst
{
    public required WorkflowDefinition Definition { get; init; }
    public required string InstanceId { get; init; }
    public required RunContext Context { get; init; }

    public List<Frame> Frames { get; } = [];
    public List<WorkItem> Queue { get; } = [];
    public List<Bookmark> Bookmarks { get; } = [];
    public List<Incident> OpenIncidents { get; } = [];
    public List<QueuedEvent> Events { get; } = [];
    public OrderedDictionary<string, JsonNode?> Inputs { get; } = new(StringComparer.Ordinal);
    public OrderedDictionary<string, JsonNode?> Outputs { get; } = new(StringComparer.Ordinal);
    public OrderedDictionary<string, JsonNode?> ActivityOutputs { get; } = new(StringComparer.Ordinal);
    public JsonNode? LastResult { get; set; }
    public string? CorrelationId { get; set; }
    public string? Name { get; set; }

    public List<JournalEntry> Journal { get; } = [];
    public List<Incident> Reported { get; } = [];
    public List<string> Lines { get; } = [];

    /// <summary>Set once the end is certain; queued work of other branches may still run after a fault.</summary>
    public WorkflowStatus? End { get; set; }

    public int ActivityCount { get; set; }
    public int NextFrame { get; set; } = 1;
    public int NextBookmark { get; set; } = 1;
    public int NextIncident { get; set; } = 1;
    public long NextJournal { get; set; } = 1;

    public Randomness Random => field ??= new(Context.Seed);

    public string NewBookmarkId() => $"{InstanceId}:{NextBookmark++}";

    public void Log(ActivityNode? node, JournalEvent what, IReadOnlyList<string>? outcomes = null, JsonNode? detail = null) =>
        Journal.Add(new(NextJournal++, node?.Id ?? "", node?.Type ?? "", what, outcomes ?? [], Context.Instant, detail));

    /// <summary>Keeps an event until something waits for it.</summary>
    public void Keep(string eventName, JsonNode? payload)
    {
        Events.Add(new(eventName, payload?.DeepClone()));
        Log(null, JournalEvent.EventQueued, detail: eventName);
    }

    public IEnumerable<Frame> ChildrenOf(Frame frame) => Frames.Where(f => f.Parent == frame);
}
