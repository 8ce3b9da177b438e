using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>The working memory of one burst: an instance taken out of its state, and what is to be reported.</summary>
internal sealed class Burst
{
    public required WorkflowDefinition Definition { get; init; }
    public required string InstanceId { get; init; }
    public required RunContext Context { get; init; }

    /// <summary>All live frames, in the order they began.</summary>
    public List<Frame> Frames { get; } = [];

    public Queue<WorkItem> Queue { get; private set; } = [];
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

    /// <summary>By what the instance begins, until that activity is reached.</summary>
    public Trigger? Trigger { get; set; }

    /// <summary>Set once the end is certain; queued work of other branches may still run after a fault.</summary>
    public WorkflowStatus? End { get; set; }

    public int ActivityCount { get; set; }

    /// <summary>JavaScript statements so far.</summary>
    public int Statements { get; private set; }

    /// <summary>Characters that scripts and templates have given so far.</summary>
    public long Length { get; private set; }

    public int NextFrame { get; set; } = 1;
    public int NextBookmark { get; set; } = 1;
    public int NextIncident { get; set; } = 1;
    public long NextJournal { get; set; } = 1;

    public Randomness Random => field ??= new(Context.Seed);

    public string NewBookmarkId() => $"{InstanceId}:{NextBookmark++}";

    public void Log(ActivityNode? node, JournalEvent what, IReadOnlyList<string>? outcomes = null, JsonNode? detail = null) =>
        Journal.Add(new(NextJournal++, node?.Id ?? "", node?.Type ?? "", what, outcomes ?? [], Context.Instant, detail));

    /// <summary>Counts statements of scripts.</summary>
    /// <exception cref="ConversionException">They are too many.</exception>
    public void Spend(int statements)
    {
        Statements += statements;
        if (Statements > Context.Limits.MaxBurstStatements)
            throw new ConversionException($"scripts ran more than {Context.Limits.MaxBurstStatements} statements without a wait; is this an endless loop?");
    }

    /// <summary>Counts what a script or template gives.</summary>
    /// <exception cref="ConversionException">It is too much.</exception>
    public void Take(JsonNode? value)
    {
        Length += Values.Length(value);
        if (Length > Context.Limits.MaxBurstLength)
            throw new ConversionException($"scripts gave more than {Context.Limits.MaxBurstLength} characters without a wait");
    }

    /// <summary>Keeps an event until something waits for it.</summary>
    public void Keep(string eventName, JsonNode? payload)
    {
        Events.Add(new(eventName, payload?.DeepClone()));
        Log(null, JournalEvent.EventQueued, detail: eventName);
    }

    public void Add(Frame frame)
    {
        Frames.Add(frame);
        frame.Parent?.Children.Add(frame);
        Count(frame.Parent?.At?.Begun, frame.Node, 1);
    }

    /// <summary>Removes a frame that has ended; what began last mostly ends first.</summary>
    public void Remove(Frame frame)
    {
        if (Frames.LastIndexOf(frame) is var at and >= 0) Frames.RemoveAt(at);
        if (frame.Parent?.Children is { } siblings && siblings.LastIndexOf(frame) is var place and >= 0)
        {
            siblings.RemoveAt(place);
            Count(frame.Parent.At?.Begun, frame.Node, -1);
        }
        if (!frame.IsReferred) return;
        Bookmarks.RemoveAll(b => b.FrameId == frame.Id);
        OpenIncidents.RemoveAll(i => i.FrameId == frame.Id);
    }

    public void Schedule(WorkItem item)
    {
        Queue.Enqueue(item);
        Count(item, 1);
    }

    /// <summary>The next scheduled activity; false when none is left.</summary>
    public bool TryNext([NotNullWhen(true)] out WorkItem? item)
    {
        if (!Queue.TryDequeue(out item)) return false;
        Count(item, -1);
        return true;
    }

    /// <summary>Takes back what a container and those under it have scheduled.</summary>
    public void Unschedule(Frame container)
    {
        if (container.Scheduled == 0) return;
        var (kept, gone) = (new Queue<WorkItem>(), new List<WorkItem>());
        foreach (var item in Queue)
        {
            if (item.Owner == container || item.Owner.Ancestors().Contains(container)) gone.Add(item);
            else kept.Enqueue(item);
        }
        Queue = kept;
        foreach (var item in gone) Count(item, -1);
    }

    private static void Count(WorkItem item, int change)
    {
        for (var frame = item.Owner; frame is not null; frame = frame.Parent) frame.Scheduled += change;
        Count(item.Owner.At?.Next, item.Node, change);
    }

    private static void Count(Dictionary<ActivityNode, int>? counts, ActivityNode node, int change)
    {
        if (counts is null) return;
        var count = counts.GetValueOrDefault(node) + change;
        if (count > 0) counts[node] = count;
        else counts.Remove(node);
    }
}
