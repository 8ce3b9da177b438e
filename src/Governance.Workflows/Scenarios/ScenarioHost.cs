using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// Runs instances in memory with a virtual clock: executes child workflows, lets deadlines elapse, resumes the parents of
/// children that have ended.
/// </summary>
internal sealed class ScenarioHost(IReadOnlyDictionary<string, WorkflowDefinition> definitions, DateTimeOffset start, Action<string> writeLine)
{
    private readonly List<ScenarioInstance> instances = [];
    private readonly Queue<Action> later = new();
    private int count;

    public DateTimeOffset Now { get; private set; } = start;

    public ScenarioInstance Begin(WorkflowDefinition definition, JsonObject inputs, string? correlationId = null, (ScenarioInstance, string)? waiting = null)
    {
        var instance = new ScenarioInstance(++count == 1 ? "instance" : $"instance{count}", definition) { Waiting = waiting };
        instances.Add(instance);
        Run(instance, WorkflowRun.Start(definition, instance.Id, inputs, Context(instance), correlationId));
        return instance;
    }

    public void Send(ScenarioInstance instance, Stimulus stimulus) =>
        Run(instance, WorkflowRun.Resume(instance.Definition, instance.State!, stimulus, Context(instance)));

    /// <summary>Runs what was dispatched to run in the background.</summary>
    public void Drain()
    {
        while (later.TryDequeue(out var action)) action();
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
        later.Enqueue(() => Return(instance, waiting.Instance, waiting.BookmarkId));

        // Before a child runs, so that its lines come after its parent's.
        void Write()
        {
            for (; written < run.Lines.Count; written++) writeLine(run.Lines[written]);
        }
    }

    private HostResult Answer(ScenarioInstance instance, HostCall call) => call.ActivityType switch
    {
        "Elsa.ExecuteWorkflow" => Execute(instance, call),
        "Elsa.DispatchWorkflow" => Dispatch(instance, call, [Inputs(call)]),
        "Elsa.BulkDispatchWorkflows" => Dispatch(instance, call, [.. Items(call)]),
        "Elsa.PublishEvent" => Publish(call),
        _ => HostResult.Wait(call.Inputs.DeepClone()),
    };

    private HostResult Execute(ScenarioInstance instance, HostCall call)
    {
        if (Child(call) is not { } definition) return Missing(call);
        var child = Begin(definition, Inputs(call), Values.Text(call.Inputs["correlationId"]));
        if (Waits(call) && !child.State!.HasEnded)
        {
            child.Waiting = (instance, call.BookmarkId);
            return HostResult.Wait();
        }
        return Waits(call) && Failure(child) is { } failure ? HostResult.Fault(failure) : HostResult.Done(null, new()
        {
            ["result"] = new JsonObject
            {
                ["WorkflowDefinitionVersionId"] = null,
                ["WorkflowInstanceId"] = child.Id,
                ["CorrelationId"] = child.State!.CorrelationId,
                ["Status"] = child.State.HasEnded ? "Finished" : "Running",
                ["SubStatus"] = child.State.Status.ToString(),
                ["Output"] = child.Outputs,
            },
        });
    }

    private HostResult Dispatch(ScenarioInstance instance, HostCall call, IReadOnlyList<JsonObject> inputs)
    {
        if (Child(call) is not { } definition) return Missing(call);
        var waits = Waits(call) && inputs.Count > 0;
        foreach (var input in inputs) later.Enqueue(() => Begin(definition, input, Values.Text(call.Inputs["correlationId"]), waits ? (instance, call.BookmarkId) : null));
        return waits ? HostResult.Wait() : HostResult.Done();
    }

    /// <summary>To every instance that waits for it, once the burst is over; with a correlation id, to those that have it.</summary>
    private HostResult Publish(HostCall call)
    {
        var (name, correlationId, payload) = (Values.Text(call.Inputs["eventName"]) ?? "", Values.Text(call.Inputs["correlationId"]), call.Inputs["payload"]);
        later.Enqueue(() =>
        {
            foreach (var instance in instances.Where(i => i.State!.Bookmarks.Any(b => Activities.Event.Awaits(b, name)) && (string.IsNullOrEmpty(correlationId) || i.State.CorrelationId == correlationId)).ToList())
                Send(instance, new Stimulus.PublishEvent(name, payload));
        });
        return HostResult.Done();
    }

    /// <summary>A child has ended; the parent goes on once none of the same bookmark is under way.</summary>
    private void Return(ScenarioInstance child, ScenarioInstance parent, string bookmarkId)
    {
        if (instances.Exists(i => i.Waiting is { } w && w.Instance == parent && w.BookmarkId == bookmarkId)) return;
        var bulk = parent.State?.Bookmarks.FirstOrDefault(b => b.Id == bookmarkId)?.Kind == "Elsa.BulkDispatchWorkflows";
        if (bulk) Send(parent, new Stimulus.ResumeBookmark(bookmarkId, null, new() { ["children"] = new JsonArray([.. instances.Where(i => i.Returned == bookmarkId).Select(Summary)]) }));
        else if (Failure(child) is { } failure) Send(parent, new Stimulus.FaultBookmark(bookmarkId, failure));
        else Send(parent, new Stimulus.ResumeBookmark(bookmarkId, null, new() { ["result"] = child.Outputs }));
    }

    private static JsonNode Summary(ScenarioInstance child) => new JsonObject
    {
        ["WorkflowInstanceId"] = child.Id,
        ["WorkflowSubStatus"] = child.State!.Status.ToString(),
    };

    private static string? Failure(ScenarioInstance child) => child.State!.Status == WorkflowStatus.Faulted
        ? $"The workflow {child.Definition.DefinitionId} faulted: {child.FaultReason}" : null;

    /// <summary>Elsa's default: only the bulk activity waits without being told.</summary>
    private static bool Waits(HostCall call) => call.Inputs.ContainsKey("waitForCompletion")
        ? Conversion.Lenient(call.Inputs["waitForCompletion"], "Boolean")?.GetValue<bool>() == true
        : call.ActivityType == "Elsa.BulkDispatchWorkflows";

    private WorkflowDefinition? Child(HostCall call) => definitions.GetValueOrDefault(Values.Text(call.Inputs["workflowDefinitionId"]) ?? "");

    private static HostResult Missing(HostCall call) => HostResult.Fault($"There is no workflow \"{Values.Text(call.Inputs["workflowDefinitionId"])}\".");

    private static JsonObject Inputs(HostCall call) => Conversion.Lenient(call.Inputs["input"], "Dictionary")?.DeepClone() as JsonObject ?? [];

    private static IEnumerable<JsonObject> Items(HostCall call)
    {
        var key = Values.Text(call.Inputs["defaultItemInputKey"]) ?? "Item";
        foreach (var item in call.Inputs["items"] as JsonArray ?? [])
        {
            var inputs = Inputs(call);
            if (item is JsonObject values)
            {
                foreach (var (name, value) in values) inputs[name] = value?.DeepClone();
            }
            else inputs[key] = item?.DeepClone();
            yield return inputs;
        }
    }
}
