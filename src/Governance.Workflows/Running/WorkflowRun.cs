using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// One burst of an instance: from a stimulus until every branch waits or has ended. Synchronous, without I/O, and the same
/// for the same arguments and host results. Use: <c>while (run.Next() is { } call) run.Feed(await host(call));</c> and then
/// <see cref="Result"/>. Not for several threads at once.
/// </summary>
public sealed class WorkflowRun
{
    private WorkflowRun() { }

    /// <summary>Begins a new instance.</summary>
    public static WorkflowRun Start(WorkflowDefinition definition, string instanceId, JsonObject inputs, RunContext context) => throw new NotSupportedException("The interpreter follows.");

    /// <summary>Goes on with a stored instance.</summary>
    /// <exception cref="ArgumentException">The state belongs to another definition.</exception>
    public static WorkflowRun Resume(WorkflowDefinition definition, WorkflowState state, Stimulus stimulus, RunContext context) => throw new NotSupportedException("The interpreter follows.");

    /// <summary>Goes on until a host activity is reached (feed its result) or nothing is left to do (null).</summary>
    public HostCall? Next() => throw new NotSupportedException("The interpreter follows.");

    /// <summary>Answers the host call that <see cref="Next"/> returned last.</summary>
    public void Feed(HostResult result) => throw new NotSupportedException("The interpreter follows.");

    /// <summary>What the burst did; available once <see cref="Next"/> returned null.</summary>
    public RunResult Result => throw new NotSupportedException("The interpreter follows.");
}
