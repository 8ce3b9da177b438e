using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>What a replay did, step by step.</summary>
/// <param name="Steps">One for each recorded step that it came to.</param>
/// <param name="State">Where the instance stands after the last of them; null when it came through none.</param>
/// <param name="Stop">Why it went no further than there, or null when it came to the record's end.</param>
public sealed record ReplayTrace(IReadOnlyList<ReplayStep> Steps, WorkflowState? State, ReplayStop? Stop)
{
    /// <summary>What the host was asked and answered, over all steps.</summary>
    public IEnumerable<ReplayedCall> Calls => Steps.SelectMany(step => step.Calls);
}

/// <summary>What one step did.</summary>
/// <param name="Target">The activity whose wait or incident the stimulus was for, or null.</param>
/// <param name="Place">Which of several waits of that activity, from 0.</param>
/// <param name="Calls">What the host was asked, in order.</param>
/// <param name="Waiting">What waits after it.</param>
/// <param name="Incidents">What failed in it.</param>
/// <param name="Status">How the instance stands after it.</param>
public sealed record ReplayStep(
    string? Target, int Place, IReadOnlyList<ReplayedCall> Calls, IReadOnlyList<Bookmark> Waiting, IReadOnlyList<Incident> Incidents, WorkflowStatus Status);

/// <summary>The host was asked for an activity.</summary>
/// <param name="ActivityId">Which.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="Inputs">With which inputs.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="IsRecorded">True when the record had the answer, false when it was asked now.</param>
public sealed record ReplayedCall(string ActivityId, string ActivityType, JsonObject Inputs, HostResult Answer, bool IsRecorded);

/// <summary>Why a replay could not go on.</summary>
/// <param name="Step">The recorded step, from 0, that met nothing.</param>
/// <param name="ActivityId">Whose wait or incident it was for; empty for the instance as a whole.</param>
/// <param name="Problem">What kind.</param>
/// <param name="Detail">The engine's refusal, or null.</param>
public sealed record ReplayStop(int Step, string ActivityId, ReplayProblem Problem, string? Detail);

/// <summary>Why a replay could not go on.</summary>
public enum ReplayProblem
{
    /// <summary>The activity does not wait, or has not failed, where the record goes on from it.</summary>
    NotWaiting,

    /// <summary>The activity waits, but not for this: it has no such outcome.</summary>
    Refused,

    /// <summary>The instance has ended already.</summary>
    Ended,

    /// <summary>Exact replay: the host was asked for something of which the record has no answer, or has an answer to something that was not asked.</summary>
    OtherCalls,

    /// <summary>Exact replay: it could not be moved to the version to which it was moved.</summary>
    NotMovable,
}
