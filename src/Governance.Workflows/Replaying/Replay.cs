namespace Governance.Workflows;

/// <summary>
/// Lives a recorded instance again. <see cref="Exact"/> on its own versions: the same bytes come of it, or the record is not of this instance.
/// <see cref="Through"/> another version (a dry run): what the record has an answer for is answered from it, anything else is asked of the caller,
/// who tries it without effect. Use: <c>while (replay.Next() is { } call) replay.Feed(await trial(call));</c> and then <see cref="Trace"/>.
/// </summary>
public sealed class Replay
{
    private readonly IReadOnlyList<RecordedStep> record;
    private readonly string instanceId;
    private readonly ReplayTrace? original;
    private readonly RecordedAnswers answers;
    private readonly List<ReplayStep> steps = [];
    private WorkflowDefinition definition;
    private WorkflowRun? run;
    private WorkflowState? state;
    private List<ReplayedCall> calls = [];
    private HostCall? asked;
    private ReplayTrace? trace;
    private int at = -1;
    private (string? ActivityId, int Place) target;

    private Replay(WorkflowDefinition definition, string instanceId, IReadOnlyList<RecordedStep> record, ReplayTrace? original)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentNullException.ThrowIfNull(record);
        if (record is not [RecordedStep.Started, ..]) throw new ArgumentException("A record begins with the start of the instance.", nameof(record));
        (this.definition, this.instanceId, this.record, this.original) = (definition, instanceId, record, original);
        answers = new(original);
    }

    /// <summary>Lives it again as it was.</summary>
    /// <param name="first">The version that the instance began on; those it was moved to are in the record.</param>
    /// <exception cref="ArgumentException">The record does not begin with a start.</exception>
    public static ReplayTrace Exact(WorkflowDefinition first, string instanceId, IReadOnlyList<RecordedStep> record)
    {
        var replay = new Replay(first, instanceId, record, original: null);
        return replay.Next() is null ? replay.Trace : throw new InvalidOperationException("An exact replay asks nobody.");
    }

    /// <summary>Begins a dry run through another version.</summary>
    /// <param name="definition">That version, from the start on.</param>
    /// <param name="original">The exact replay of the same record.</param>
    /// <exception cref="ArgumentException">The record does not begin with a start.</exception>
    public static Replay Through(WorkflowDefinition definition, string instanceId, IReadOnlyList<RecordedStep> record, ReplayTrace original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new(definition, instanceId, record, original);
    }

    /// <summary>The instant of the step under way: what a trial takes for now.</summary>
    public DateTimeOffset Instant => record[Math.Clamp(at, 0, record.Count - 1)].Instant;

    /// <summary>What it did; available once <see cref="Next"/> returned null.</summary>
    public ReplayTrace Trace => trace ?? throw new InvalidOperationException("The replay has not ended: call Next until it returns null.");

    /// <summary>Goes on until the host is asked for what the record has no answer for (feed it), or until the end of the record (null).</summary>
    public HostCall? Next()
    {
        if (asked is not null) throw new InvalidOperationException("Feed the result of the host call first.");
        while (trace is null)
        {
            if (run is null)
            {
                Begin();
                continue;
            }
            if (run.Next() is not { } call)
            {
                Close(run.Result);
                continue;
            }
            if (answers.Take(call) is { } known) Answer(call, known, isRecorded: true);
            else if (original is null) Stop(call.ActivityId, ReplayProblem.OtherCalls, "the record has no answer");
            else return asked = call;
        }
        return null;
    }

    /// <summary>Answers the call that <see cref="Next"/> returned last.</summary>
    public void Feed(HostResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (asked is not { } call) throw new InvalidOperationException("No host call waits for a result.");
        asked = null;
        Answer(call, result, isRecorded: false);
    }

    private void Answer(HostCall call, HostResult result, bool isRecorded)
    {
        calls.Add(new(call.ActivityId, call.ActivityType, call.Inputs, result, isRecorded));
        run!.Feed(result);
    }

    private void Begin()
    {
        if (++at == record.Count)
        {
            trace = new(steps, state, null);
            return;
        }
        (target, calls) = ((null, 0), []);
        switch (record[at])
        {
            case RecordedStep.Started started:
                answers.Offer(started.Answers);
                run = WorkflowRun.Start(definition, instanceId, started.Inputs, new(started.Instant, started.Seed), started.CorrelationId, started.Trigger);
                break;
            case RecordedStep.Given given:
                answers.Offer(given.Answers);
                Resume(given);
                break;
            default:
                Move((RecordedStep.Moved)record[at]);
                break;
        }
    }

    private void Resume(RecordedStep.Given given)
    {
        if (state!.HasEnded)
        {
            Stop(original?.Steps[at].Target ?? "", ReplayProblem.Ended, state.Status.ToString());
            return;
        }
        if (original is null) target = StimulusTarget.Of(given.Stimulus, state);
        else target = (original.Steps[at].Target, original.Steps[at].Place);
        if (StimulusTarget.At(given.Stimulus, state, target) is { } stimulus) run = WorkflowRun.Resume(definition, state, stimulus, new(given.Instant, given.Seed));
        else Stop(target.ActivityId ?? "", ReplayProblem.NotWaiting, null);
    }

    private void Move(RecordedStep.Moved move)
    {
        // A dry run is in the other version from the start on.
        if (original is null)
        {
            var moved = StateMove.Of(state!, definition, move.To);
            if (moved.State is null)
            {
                Stop(moved.Obstacles[0].ActivityId, ReplayProblem.NotMovable, moved.Obstacles[0].Problem.ToString());
                return;
            }
            (state, definition) = (moved.State, move.To);
        }
        steps.Add(new(null, 0, [], state!.Bookmarks, [], state.Status));
    }

    private void Close(RunResult result)
    {
        run = null;
        if (!result.Applied)
        {
            Stop(target.ActivityId ?? "", ReplayProblem.Refused, result.Refusal);
            return;
        }
        state = result.State;
        steps.Add(new(target.ActivityId, target.Place, calls, state.Bookmarks, result.Incidents, state.Status));
        if (original is null && answers.Left is { } left) Stop(left, ReplayProblem.OtherCalls, "the record has an answer to it, but it was not asked");
    }

    private void Stop(string activityId, ReplayProblem problem, string? detail)
    {
        run = null;
        trace = new(steps, state, new(at, activityId, problem, detail));
    }
}
