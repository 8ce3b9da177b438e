using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// Runs instances in memory with a virtual clock: executes child workflows, lets deadlines elapse, resumes the parents of
/// children that have ended.
/// </summary>
internal sealed class ScenarioHost(IReadOnlyDictionary<string, WorkflowDefinition> definitions, DateTimeOffset start, Action<string> writeLine)
{
    /// <summary>Most instances above one another: as many as a stack surely holds.</summary>
    private const int MostDepth = 100;
    private const int MostInAll = 10_000;

    private readonly List<ScenarioInstance> instances = [];
    private readonly Queue<(Action Action, int Events)> later = new();
    private int count;
    private int events;

    public DateTimeOffset Now { get; private set; } = start;

    public ScenarioInstance Begin(WorkflowDefinition definition, JsonObject inputs, string? correlationId = null, (ScenarioInstance, string)? waiting = null, Trigger? trigger = null, int depth = 0)
    {
        var instance = new ScenarioInstance(++count == 1 ? "instance" : $"instance{count}", definition) { Waiting = waiting, Depth = depth };
        instances.Add(instance);
        Run(instance, WorkflowRun.Start(definition, instance.Id, inputs, Context(instance), correlationId, trigger));
        return instance;
    }

    public void Send(ScenarioInstance instance, Stimulus stimulus) =>
        Run(instance, WorkflowRun.Resume(instance.Definition, instance.State!, stimulus, Context(instance)));

    /// <summary>Runs what was dispatched to run in the background.</summary>
    public void Drain()
    {
        while (later.TryDequeue(out var next))
        {
            events = next.Events;
            next.Action();
        }
        events = 0;
    }

    /// <summary>Moves the clock; what falls due on the way elapses in its order.</summary>
    public void Wait(TimeSpan span)
    {
        var end = Now + span;
        while (true)
        {
            var next = (from instance in instances
                        from bookmark in instance.State!.Bookmarks
                        where bookmark.Due <= end
                        orderby bookmark.Due
                        select (instance, bookmark)).FirstOrDefault();
            if (next.bookmark is null) break;
            if (next.bookmark.Due > Now) Now = next.bookmark.Due.Value;
            Send(next.instance, new Stimulus.Elapse(next.bookmark.Id));
            Drain();
        }
        Now = end;
    }

    /// <summary>Resumes every bookmark of an instance, again until none is left; a loop that waits for ever is left alone.</summary>
    public void ResumeAll(ScenarioInstance instance)
    {
        for (var turn = 0; turn < 10_000 && instance.State is { Bookmarks.Count: > 0 } state; turn++)
        {
            foreach (var bookmark in state.Bookmarks)
            {
                if (bookmark.Due > Now) Now = bookmark.Due.Value;
                var outcomes = instance.Definition.Find(bookmark.ActivityId)!.Descriptor!.Outcomes;
                Send(instance, new Stimulus.ResumeBookmark(bookmark.Id, [.. outcomes.Take(1)]));
            }
            Drain();
        }
    }

    private RunContext Context(ScenarioInstance instance) => new(Now, (ulong)(instance.Id.Length + instance.Journal.Count));

    private void Run(ScenarioInstance instance, WorkflowRun run)
    {
        var written = 0;
        while (run.Next() is { } call)
        {
            Write();
            run.Feed(Answer(instance, call));
        }
        Write();
        var result = run.Result;
        instance.State = result.State;
        instance.Journal.AddRange(result.Journal);
        instance.Incidents.AddRange(result.Incidents);
        if (!result.Applied || !result.State.HasEnded || instance.Waiting is not { } waiting) return;
        instance.Waiting = null;
        instance.Returned = waiting.BookmarkId;
        later.Enqueue((() => Return(instance, waiting.Instance, waiting.BookmarkId), events));

        // Before a child runs, so that its lines come after its parent's.
        void Write()
        {
            for (; written < run.Lines.Count; written++) writeLine(run.Lines[written]);
        }
    }

    private HostResult Answer(ScenarioInstance instance, HostCall call) => call.ActivityType switch
    {
        "Elsa.ExecuteWorkflow" => Execute(instance, call.BookmarkId, ChildWorkflowCall.Of(call)),
        "Elsa.DispatchWorkflow" or "Elsa.BulkDispatchWorkflows" => Dispatch(instance, call.BookmarkId, ChildWorkflowCall.Of(call)),
        // Nothing leaves this machine.
        "Elsa.SendHttpRequest" or "Elsa.FlowSendHttpRequest" => HostResult.Done(null, HttpAnswer.NotReached()),
        "Elsa.PublishEvent" => Publish(instance, EventCall.Of(call)),
        _ => HostResult.Wait(call.Inputs.DeepClone()),
    };

    private HostResult Execute(ScenarioInstance instance, string bookmarkId, ChildWorkflowCall call)
    {
        if (definitions.GetValueOrDefault(call.DefinitionId) is not { } definition) return call.Missing();
        if (TooMany(instance) is { } fault) return fault;
        var child = Begin(definition, call.Inputs[0], call.CorrelationId, depth: instance.Depth + 1);
        if (call.Waits && !child.State!.HasEnded) child.Waiting = (instance, bookmarkId);
        return Told(child).Executed(call.Waits);
    }

    private HostResult Dispatch(ScenarioInstance instance, string bookmarkId, ChildWorkflowCall call)
    {
        if (definitions.GetValueOrDefault(call.DefinitionId) is not { } definition) return call.Missing();
        if (TooMany(instance) is { } fault) return fault;
        foreach (var inputs in call.Inputs) later.Enqueue((() => Begin(definition, inputs, call.CorrelationId, call.Waits ? (instance, bookmarkId) : null, depth: instance.Depth + 1), events));
        return call.Waits ? HostResult.Wait() : HostResult.Done();
    }

    /// <summary>To every workflow that begins by it and every instance that waits for it, once the burst is over; with a correlation id, to those that have it.</summary>
    private HostResult Publish(ScenarioInstance sender, EventCall call)
    {
        if (events >= EventCall.MostInARow) return HostResult.Fault($"More than {EventCall.MostInARow} events led to one another; is this an endless loop?");
        var begun = definitions.Values.SelectMany(definition => StartTrigger.Of(definition, Now).Where(trigger => trigger.EventName == call.Name).Select(trigger => (definition, trigger))).ToList();
        if (begun.Count > 0 && TooMany(sender) is { } fault) return fault;
        later.Enqueue((() =>
        {
            foreach (var (definition, trigger) in begun)
                Begin(definition, [], call.CorrelationId, trigger: new(trigger.ActivityId, call.Payload), depth: sender.Depth + 1);
            foreach (var instance in instances.Where(i => call.IsAwaitedBy(i.State!)).ToList())
                Send(instance, new Stimulus.PublishEvent(call.Name, call.Payload));
        }, events + 1));
        return HostResult.Done();
    }

    private HostResult? TooMany(ScenarioInstance instance) =>
        instance.Depth >= MostDepth ? HostResult.Fault($"More than {MostDepth} workflows started one another; is this an endless loop?")
        : count >= MostInAll ? HostResult.Fault($"More than {MostInAll} workflows came of a single one; is this an endless loop?")
        : null;

    /// <summary>A child has ended; the parent goes on once none of the same bookmark is under way.</summary>
    private void Return(ScenarioInstance child, ScenarioInstance parent, string bookmarkId)
    {
        if (instances.Exists(i => i.Waiting is { } w && w.Instance == parent && w.BookmarkId == bookmarkId)) return;
        var isBulk = ChildWorkflow.IsBulk(parent.State?.Bookmarks.FirstOrDefault(b => b.Id == bookmarkId)?.Kind);
        Send(parent, isBulk
            ? ChildWorkflow.AllReturned(bookmarkId, instances.Where(i => i.Returned == bookmarkId).Select(i => (i.Id, i.State!.Status)))
            : Told(child).Returned(bookmarkId));
    }

    private static ChildWorkflow Told(ScenarioInstance child) => new(
        child.Id, child.Definition.DefinitionId, child.State!.Status, child.State.CorrelationId, child.Outputs, child.State.Status == WorkflowStatus.Faulted ? child.FaultReason : null);
}
