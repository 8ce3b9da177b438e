using Governance.Workflows;

namespace Governance.Processes;

/// <summary>A host activity of the product: what a definition may ask for by name. The class describes itself by the engine's
/// attributes; its <c>[Input]</c> properties are set before, its <c>[Output]</c> properties read after it ran. It may add and
/// change rows of the command's context; it never saves, sends or looks at a clock of its own.</summary>
public abstract class ProcessActivity
{
    /// <summary>Does the work and answers: done with an outcome, waiting, or failed with a message for administrators.</summary>
    public abstract Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct);
}

/// <summary>Where an activity finds itself.</summary>
/// <param name="Instance">The locked instance.</param>
/// <param name="Node">The activity in its definition: label, texts, custom properties.</param>
/// <param name="BookmarkKey">The key of the bookmark if the activity waits.</param>
/// <param name="Now">The instant of the step (UTC).</param>
public sealed record ProcessStep(ProcessInstance Instance, ActivityNode Node, string BookmarkKey, DateTime Now)
{
    /// <summary>The proposal the case is about.</summary>
    public Guid ProposalId => Instance.SubjectId;

    /// <summary>Why an activity is refused that pages look for in the proposal's own case: a correction, an objection period.</summary>
    internal static Error OnlyInFirst { get; } = Error.Of("process.only-in-first");

    /// <summary>The answer when a rule said no: a sentence in both languages for administrators, and the code.</summary>
    public HostResult Refused(Error error) => IncidentMessage.Fault(Node.Id, error);
}
