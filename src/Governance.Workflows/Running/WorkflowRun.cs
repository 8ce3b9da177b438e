using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// One burst of an instance: from a stimulus until every branch waits or has ended. Synchronous, without I/O, and the same
/// for the same arguments and host results. Use: <c>while (run.Next() is { } call) run.Feed(await host(call));</c> and then
/// <see cref="Result"/>. Not for several threads at once.
/// </summary>
public sealed class WorkflowRun
{
    private readonly Burst burst;
    private readonly Interpreter interpreter;
    private readonly WorkflowState? before;
    private readonly Queue<(string BookmarkId, JsonNode? Payload)> deliveries = new();
    private RunResult? result;
    private bool asked;

    private WorkflowRun(Burst burst, WorkflowState? before)
    {
        this.burst = burst;
        this.before = before;
        interpreter = new(burst);
    }

    /// <summary>Begins a new instance.</summary>
    /// <param name="instanceId">Unique over all instances; bookmark ids begin with it.</param>
    /// <param name="correlationId">What the instance is known by outside, or null.</param>
    /// <param name="trigger">By what it begins, or null: somebody starts it.</param>
    public static WorkflowRun Start(WorkflowDefinition definition, string instanceId, JsonObject inputs, RunContext context, string? correlationId = null, Trigger? trigger = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        var started = new Burst { Definition = definition, InstanceId = instanceId, Context = context, CorrelationId = correlationId is null ? null : Values.Readable(correlationId), Trigger = trigger?.Readable() };
        foreach (var (name, value) in inputs) started.Inputs[Values.Readable(name)] = Values.Readable(value)?.DeepClone();
        var run = new WorkflowRun(started, before: null);
        started.Log(null, JournalEvent.InstanceStarted, detail: Values.Readable(inputs)!.DeepClone());
        if (correlationId is not null) started.Log(null, JournalEvent.InstanceCorrelated, detail: Values.Readable(correlationId));
        if (started.Trigger is { } begun) started.Log(definition.Find(begun.ActivityId), JournalEvent.InstanceTriggered, detail: begun.ToJson());
        run.interpreter.Start();
        return run;
    }

    /// <summary>Goes on with a stored instance. The state itself is not changed.</summary>
    /// <exception cref="ArgumentException">The state belongs to another definition.</exception>
    public static WorkflowRun Resume(WorkflowDefinition definition, WorkflowState state, Stimulus stimulus, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(stimulus);
        ArgumentNullException.ThrowIfNull(context);
        var run = new WorkflowRun(StateMapping.Open(definition, state, context), state);
        if (run.Apply(stimulus.Readable(), state) is { } refusal)
            run.result = new() { Applied = false, Refusal = refusal, State = state, Outputs = state.Outputs };
        return run;
    }

    /// <summary>What the burst did; available once <see cref="Next"/> returned null.</summary>
    public RunResult Result => result ?? throw new InvalidOperationException("The burst has not ended: call Next until it returns null.");

    /// <summary>What WriteLine has written so far in this burst.</summary>
    public IReadOnlyList<string> Lines => burst.Lines;

    /// <summary>Goes on until a host activity is reached (feed its result) or nothing is left to do (null).</summary>
    public HostCall? Next()
    {
        if (result is not null) return null;
        if (asked) throw new InvalidOperationException("Feed the result of the host call first.");
        while (interpreter.Pending is null)
        {
            if (interpreter.Step() || Deliver() || Activities.Flowchart.SettleAll(interpreter)) continue;
            result = Close();
            return null;
        }
        asked = true;
        return interpreter.Pending!.Value.Call;
    }

    /// <summary>Answers the host call that <see cref="Next"/> returned last.</summary>
    public void Feed(HostResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!asked) throw new InvalidOperationException("No host call waits for a result.");
        asked = false;
        interpreter.Answer(result.Readable());
    }

    /// <summary>Null when the stimulus met something, otherwise why not.</summary>
    private string? Apply(Stimulus stimulus, WorkflowState state)
    {
        if (state.HasEnded) return $"The instance has ended ({state.Status}).";
        switch (stimulus)
        {
            case Stimulus.ResumeBookmark resume:
                return Resume(resume.BookmarkId, bookmark =>
                {
                    var descriptor = burst.Definition.Find(bookmark.ActivityId)?.Descriptor;
                    IReadOnlyList<string> outcomes = resume.Outcomes is null or { Count: 0 } ? ["Done"] : resume.Outcomes;
                    return outcomes.FirstOrDefault(o => descriptor?.Knows(o) == false) is { } unknown
                        ? $"The activity \"{bookmark.ActivityId}\" has no outcome \"{unknown}\"; it has {string.Join(", ", descriptor!.Outcomes)}." : null;
                }, new(resume.Outcomes ?? [], resume.Outputs, resume.Outputs?.FirstOrDefault(o => o.Key.Equals("result", StringComparison.OrdinalIgnoreCase)).Value));
            case Stimulus.FaultBookmark fault:
                return Resume(fault.BookmarkId, _ => null, new([], null, null) { Fault = fault.Message });
            case Stimulus.Elapse elapse:
                return Resume(elapse.BookmarkId, bookmark => bookmark.Due is not { } due ? "The bookmark has no due time."
                    : due > burst.Context.Instant ? $"The bookmark is due at {due:O}, not yet." : null, new([], null, null));
            case Stimulus.TaskCompleted task:
                return Resume(task.BookmarkId, bookmark => bookmark.Kind == "Elsa.RunTask" ? null : "The bookmark is no task.", new([], null, task.Result));
            case Stimulus.PublishEvent published:
                Publish(published.Name, published.Payload);
                return null;
            case Stimulus.Cancel:
                interpreter.EndInstance(WorkflowStatus.Cancelled);
                return null;
            case Stimulus.RetryIncident retry:
                return Decide(retry.IncidentId, interpreter.Retry);
            default:
                var skip = (Stimulus.SkipIncident)stimulus;
                return Skip(skip.IncidentId, skip.Outcomes is null or { Count: 0 } ? ["Done"] : skip.Outcomes);
        }
    }

    private string? Resume(string bookmarkId, Func<Bookmark, string?> refusal, Activities.Resumption resumption)
    {
        if (burst.Bookmarks.Find(b => b.Id == bookmarkId) is not { } bookmark) return "The bookmark is not open (any more).";
        if (refusal(bookmark) is { } reason) return reason;
        interpreter.Resume(bookmark, resumption);
        return null;
    }

    private string? Skip(string incidentId, IReadOnlyList<string> outcomes)
    {
        var failed = burst.OpenIncidents.Find(i => i.Id == incidentId);
        var node = failed is null ? null : burst.Definition.Find(failed.ActivityId);
        if (outcomes.FirstOrDefault(o => node?.Descriptor?.Knows(o) == false) is { } unknown)
            return $"The activity \"{node!.Id}\" has no outcome \"{unknown}\"; it has {string.Join(", ", node.Descriptor!.Outcomes)}.";
        return Decide(incidentId, incident => interpreter.Skip(incident, outcomes));
    }

    private string? Decide(string incidentId, Action<Incident> decision)
    {
        if (burst.OpenIncidents.Find(i => i.Id == incidentId) is not { } incident) return "The incident is not open (any more).";
        decision(incident);
        return null;
    }

    /// <summary>Every Event that waits for it now gets the event, one after the other: the first may end the next one's wait.</summary>
    private void Publish(string name, JsonNode? payload)
    {
        var waiting = burst.Bookmarks.FindAll(b => Activities.Event.Awaits(b, name));
        if (waiting.Count == 0) burst.Keep(name, payload);
        foreach (var bookmark in waiting) deliveries.Enqueue((bookmark.Id, payload));
    }

    /// <summary>Delivers one event, from this stimulus or from the queue; false when none meets a wait.</summary>
    private bool Deliver()
    {
        if (burst.End is not null) return false;
        while (deliveries.TryDequeue(out var delivery))
        {
            if (burst.Bookmarks.Find(b => b.Id == delivery.BookmarkId) is not { } bookmark) continue;
            interpreter.Resume(bookmark, new([], null, delivery.Payload));
            return true;
        }
        foreach (var queued in burst.Events)
        {
            var waiting = burst.Bookmarks.FindAll(b => Activities.Event.Awaits(b, queued.Name));
            if (waiting.Count == 0) continue;
            burst.Events.Remove(queued);
            foreach (var bookmark in waiting) deliveries.Enqueue((bookmark.Id, queued.Payload));
            return Deliver();
        }
        return false;
    }

    private RunResult Close()
    {
        interpreter.DropOrphans();
        var status = burst.End ?? (burst.Bookmarks.Count > 0 || burst.OpenIncidents.Count > 0 ? WorkflowStatus.Suspended : WorkflowStatus.Finished);
        burst.Log(null, status switch
        {
            WorkflowStatus.Finished => JournalEvent.InstanceFinished,
            WorkflowStatus.Faulted => JournalEvent.InstanceFaulted,
            WorkflowStatus.Cancelled => JournalEvent.InstanceCancelled,
            _ => JournalEvent.InstanceSuspended,
        });
        var state = StateMapping.Close(burst, status);
        var (old, now) = (before?.Bookmarks ?? [], state.Bookmarks);
        return new()
        {
            Applied = true,
            State = state,
            CreatedBookmarks = [.. now.Where(b => old.All(o => o.Id != b.Id))],
            BurntBookmarks = [.. old.Where(o => now.All(b => b.Id != o.Id))],
            SettledIncidents = [.. (before?.OpenIncidents ?? []).Where(o => state.OpenIncidents.All(i => i.Id != o.Id))],
            Journal = burst.Journal,
            Incidents = burst.Reported,
            Lines = burst.Lines,
            Outputs = state.Outputs,
        };
    }
}
