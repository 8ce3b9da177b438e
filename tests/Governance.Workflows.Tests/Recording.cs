using System.Text.Json.Nodes;

namespace Governance.Workflows.Tests;

/// <summary>An instance that is recorded while it lives, as a product does from its journal.</summary>
internal sealed class Recording(WorkflowDefinition definition, Func<HostCall, HostResult>? host = null)
{
    private readonly List<RecordedStep> steps = [];
    private int minutes;

    public IReadOnlyList<RecordedStep> Steps => steps;

    public WorkflowDefinition Definition { get; private set; } = definition;

    public WorkflowDefinition First { get; } = definition;

    public WorkflowState State { get; private set; } = null!;

    private DateTimeOffset Now => Build.Now.AddMinutes(minutes);

    private ulong Seed => (ulong)minutes;

    public Recording Start(JsonObject? inputs = null, Trigger? trigger = null)
    {
        var run = WorkflowRun.Start(Definition, "i", inputs ?? [], new(Now, Seed), correlationId: null, trigger);
        steps.Add(new RecordedStep.Started(Now, Seed, inputs ?? [], CorrelationId: null, trigger, Drive(run)));
        State = run.Result.State;
        return this;
    }

    public Recording Give(Stimulus stimulus)
    {
        minutes++;
        var run = WorkflowRun.Resume(Definition, WorkflowState.Parse(State.ToJson()), stimulus, new(Now, Seed));
        var answers = Drive(run);
        if (!run.Result.Applied) throw new InvalidOperationException(run.Result.Refusal);
        steps.Add(new RecordedStep.Given(Now, Seed, Stimulus.Parse(JsonNode.Parse(stimulus.ToJson().ToJsonString())), answers));
        State = run.Result.State;
        return this;
    }

    /// <summary>Answers whatever waits at the activity.</summary>
    public Recording Answer(string activity, params string[] outcomes) =>
        Give(new Stimulus.ResumeBookmark(State.Bookmarks.First(bookmark => bookmark.ActivityId == activity).Id, outcomes, new() { ["by"] = "ada" }));

    public Recording Move(WorkflowDefinition to)
    {
        State = StateMove.Of(State, Definition, to).State!;
        Definition = to;
        steps.Add(new RecordedStep.Moved(Now, to));
        return this;
    }

    public ReplayTrace Exact() => Replay.Exact(First, "i", steps);

    /// <summary>Tries another version; what the record has no answer for is answered by the trial.</summary>
    public (ReplayTrace Trace, ReplayComparison Comparison) Through(WorkflowDefinition other, Func<HostCall, HostResult>? trial = null)
    {
        var replay = Replay.Through(other, "i", steps, Exact());
        while (replay.Next() is { } call) replay.Feed(trial?.Invoke(call) ?? throw new InvalidOperationException($"{call.ActivityId} was asked of nobody."));
        return (replay.Trace, ReplayComparison.Of(Exact(), replay.Trace, other));
    }

    private List<RecordedAnswer> Drive(WorkflowRun run)
    {
        var answers = new List<RecordedAnswer>();
        while (run.Next() is { } call)
        {
            var answer = host?.Invoke(call) ?? HostResult.Wait();
            answers.Add(new(call.ActivityId, HostResult.Parse(JsonNode.Parse(answer.ToJson().ToJsonString()))));
            run.Feed(answer);
        }
        return answers;
    }
}
