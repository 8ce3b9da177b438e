using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// Executes activities: takes the next one off the queue, lets its behaviour act, and carries completions, faults and
/// cancellations up and down the frames. What each activity does is in Activities/.
/// </summary>
internal sealed class Interpreter(Burst burst)
{
    public Burst Burst => burst;

    public Evaluator Evaluator { get; } = new(burst);

    /// <summary>A host activity that waits for its answer.</summary>
    public (Frame Frame, HostCall Call)? Pending { get; private set; }

    /// <summary>Creates the frame of the workflow itself and schedules its root.</summary>
    public void Start() => Begin(burst.Definition.Workflow, null, []);

    /// <summary>Executes the next queued activity; false when the queue is empty.</summary>
    public bool Step()
    {
        if (!burst.TryNext(out var item)) return false;
        if (++burst.ActivityCount > burst.Context.Limits.MaxActivitiesPerBurst)
        {
            burst.Queue.Clear();
            Report(item.Node, null, $"More than {burst.Context.Limits.MaxActivitiesPerBurst} activities ran without a wait; is this an endless loop?", fatal: true);
        }
        else Begin(item.Node, item.Owner, item.Variables);
        return true;
    }

    public void Schedule(Frame owner, ActivityNode node, IReadOnlyList<KeyValuePair<string, JsonNode?>> variables)
    {
        if (burst.Queue.Count >= burst.Context.Limits.MaxScheduled)
            throw new ActivityFaultException($"More than {burst.Context.Limits.MaxScheduled} activities would be scheduled at once.");
        burst.Schedule(new(node, owner, variables));
    }

    /// <summary>Ends an activity: what it still runs is cancelled, then its parent learns the outcomes.</summary>
    public void Complete(Frame frame, IReadOnlyList<string> outcomes)
    {
        if (frame.Status != FrameStatus.Running) return;
        Leave(frame, FrameStatus.Completed);
        if (frame.Node.Index >= 0) burst.Log(frame.Node, JournalEvent.Completed, outcomes);
        Tell(frame, outcomes);
    }

    /// <summary>Ends an activity and all it runs, without telling its parent.</summary>
    public void Cancel(Frame frame)
    {
        if (!frame.IsLive) return;
        Leave(frame, FrameStatus.Canceled);
        if (frame.Node.Index >= 0) burst.Log(frame.Node, JournalEvent.Canceled);
    }

    /// <summary>The activity waits here. Under a parent that has ended nothing may wait: it is cancelled.</summary>
    public void Wait(Frame frame, JsonNode? payload, DateTimeOffset? due = null, string? bookmarkId = null)
    {
        if (frame.Ancestors().Any(f => !f.IsLive))
        {
            Cancel(frame);
            return;
        }
        var bookmark = new Bookmark(bookmarkId ?? burst.NewBookmarkId(), frame.Node.Type, frame.Node.Id, payload?.DeepClone(), burst.Context.Instant, due) { FrameId = frame.Id };
        burst.Bookmarks.Add(bookmark);
        frame.IsReferred = true;
        burst.Log(frame.Node, JournalEvent.Waiting, detail: payload?.DeepClone());
    }

    /// <summary>Yields a host activity. After a fault, or for a branch that has been left, the product is not bothered any more.</summary>
    public void Call(Frame frame, JsonObject inputs)
    {
        if (burst.End is not null || frame.Ancestors().Any(f => !f.IsLive)) Cancel(frame);
        else Pending = (frame, new(frame.Node.Id, frame.Node.Type, inputs, burst.NewBookmarkId(), burst.InstanceId));
    }

    /// <summary>The answer of the host activity.</summary>
    public void Answer(HostResult result)
    {
        var (frame, call) = Pending!.Value;
        Pending = null;
        burst.Log(frame.Node, JournalEvent.HostAnswered, detail: result.ToJson());
        Guard(frame, () =>
        {
            if (result is HostResult.Completed done) ((Activities.HostActivity)Activities.Behaviors.Of(frame.Node)).Finish(new(this, frame), done.Outcomes, done.Outputs);
            else if (result is HostResult.Waiting waiting) Wait(frame, waiting.Payload, bookmarkId: call.BookmarkId);
            else throw new ActivityFaultException(((HostResult.Failed)result).Message);
        });
    }

    /// <summary>Burns a bookmark and lets its activity go on.</summary>
    public void Resume(Bookmark bookmark, Activities.Resumption resumption)
    {
        burst.Bookmarks.Remove(bookmark);
        var frame = burst.Frames.Find(f => f.Id == bookmark.FrameId)!;
        burst.Log(frame.Node, JournalEvent.Resumed, resumption.Outcomes, resumption.Value?.DeepClone());
        Guard(frame, () =>
        {
            if (resumption.Fault is { } message) throw new ActivityFaultException(message);
            Activities.Behaviors.Of(frame.Node).Resumed(new(this, frame), resumption);
        });
    }

    /// <summary>Executes a failed activity again, or tells its parent again where that had failed.</summary>
    public void Retry(Incident incident)
    {
        var frame = Reopen(incident, JournalEvent.Retried, out var unreported);
        if (unreported is not null)
        {
            Leave(frame, FrameStatus.Completed);
            Tell(frame, unreported);
            return;
        }
        Guard(frame, () => Activities.Behaviors.Of(frame.Node).Execute(new(this, frame)));
    }

    /// <summary>Goes on as if the failed activity had completed.</summary>
    public void Skip(Incident incident, IReadOnlyList<string> outcomes)
    {
        var frame = Reopen(incident, JournalEvent.Skipped, out var unreported);
        // Where the parent failed to go on after the activity, the parent is what is skipped.
        Complete(unreported is null ? frame : frame.Parent!, outcomes);
    }

    /// <summary>Ends the instance; nothing queued or waiting is left.</summary>
    public void EndInstance(WorkflowStatus status)
    {
        burst.End ??= status;
        burst.Queue.Clear();
        foreach (var frame in burst.Frames.ToList()) frame.Status = FrameStatus.Canceled;
        burst.Frames.Clear();
    }

    /// <summary>What still stands of branches that were left (a broken loop, a WaitAny): nothing can follow from it.</summary>
    public void DropOrphans()
    {
        foreach (var frame in burst.Frames.Where(f => f.Ancestors().Any(a => !a.IsLive)).ToList()) Cancel(frame);
    }

    /// <summary>Something a person should see although nothing waits for a decision.</summary>
    public void Inform(ActivityNode node, string message) =>
        burst.Reported.Add(new($"{burst.InstanceId}:i{burst.NextIncident++}", node.Id, node.Type, message, burst.Context.Instant, Open: false));

    private void Begin(ActivityNode node, Frame? owner, IReadOnlyList<KeyValuePair<string, JsonNode?>> variables)
    {
        var frame = new Frame { Id = burst.NextFrame++, Node = node, Parent = owner };
        foreach (var (name, value) in variables) frame.Variables[name] = new(name, "Object", value);
        burst.Add(frame);
        if (frame.Node.Index >= 0) burst.Log(frame.Node, JournalEvent.Started);
        Guard(frame, () => Activities.Behaviors.Of(frame.Node).Execute(new(this, frame)));
    }

    private void Leave(Frame frame, FrameStatus status)
    {
        // From the end: what began last ends first.
        CancelAll(frame);
        frame.Status = status;
        burst.Remove(frame);
    }

    private void CancelAll(Frame frame)
    {
        if (frame.Children.Count == 0) return;
        foreach (var child in Enumerable.Reverse(frame.Children).ToList()) Cancel(child);
    }

    private void Tell(Frame frame, IReadOnlyList<string> outcomes)
    {
        if (frame.Parent is not { Status: FrameStatus.Running } parent) return;
        try
        {
            Activities.Behaviors.Of(parent.Node).ChildCompleted(new(this, parent), frame, outcomes);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!parent.IsLive) return;
            frame.Unreported = outcomes;
            burst.Add(frame);
            Fault(frame, e);
        }
    }

    private void Guard(Frame frame, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Fault(frame, e);
        }
    }

    private void Fault(Frame frame, Exception e)
    {
        frame.Status = FrameStatus.Faulted;
        Report((e as ActivityFaultException)?.Node ?? frame.Node, frame, e.Message, fatal: burst.Definition.IncidentStrategy == IncidentStrategy.Fault);
    }

    private void Report(ActivityNode node, Frame? frame, string message, bool fatal)
    {
        var incident = new Incident($"{burst.InstanceId}:i{burst.NextIncident++}", node.Id, node.Type, message, burst.Context.Instant, Open: !fatal) { FrameId = frame?.Id ?? 0 };
        burst.Reported.Add(incident);
        burst.Log(node, JournalEvent.Faulted, detail: message);
        if (fatal) burst.End = WorkflowStatus.Faulted;
        else burst.OpenIncidents.Add(incident);
        if (frame is not null) frame.IsReferred = true;
    }

    private Frame Reopen(Incident incident, JournalEvent what, out IReadOnlyList<string>? unreported)
    {
        burst.OpenIncidents.Remove(incident);
        var frame = burst.Frames.Find(f => f.Id == incident.FrameId)!;
        burst.Log(frame.Node, what);
        unreported = frame.Unreported;
        frame.Unreported = null;
        foreach (var child in frame.Children.ToList()) Cancel(child);
        frame.Status = FrameStatus.Running;
        return frame;
    }
}
