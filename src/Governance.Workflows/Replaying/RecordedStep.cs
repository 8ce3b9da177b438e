using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>One step of an instance's life as its journal holds it: with these a replay needs nobody and nothing else.</summary>
/// <param name="Instant">The instant that the step was given.</param>
public abstract record RecordedStep(DateTimeOffset Instant)
{
    /// <summary>The instance began.</summary>
    /// <param name="Seed">See <see cref="RunContext.Seed"/>.</param>
    /// <param name="Inputs">What it began with.</param>
    /// <param name="CorrelationId">What it was known by outside, or null.</param>
    /// <param name="Trigger">By what it began, or null.</param>
    /// <param name="Answers">What the host answered, in order.</param>
    public sealed record Started(DateTimeOffset Instant, ulong Seed, JsonObject Inputs, string? CorrelationId, Trigger? Trigger, IReadOnlyList<RecordedAnswer> Answers) : RecordedStep(Instant);

    /// <summary>A stimulus came.</summary>
    /// <param name="Seed">See <see cref="RunContext.Seed"/>.</param>
    /// <param name="Stimulus">Which.</param>
    /// <param name="Answers">What the host answered, in order.</param>
    public sealed record Given(DateTimeOffset Instant, ulong Seed, Stimulus Stimulus, IReadOnlyList<RecordedAnswer> Answers) : RecordedStep(Instant);

    /// <summary>It was moved to another version.</summary>
    /// <param name="To">That version.</param>
    public sealed record Moved(DateTimeOffset Instant, WorkflowDefinition To) : RecordedStep(Instant);
}

/// <summary>What the host answered to one activity.</summary>
public sealed record RecordedAnswer(string ActivityId, HostResult Result);
