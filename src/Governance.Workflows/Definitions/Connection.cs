namespace Governance.Workflows;

/// <summary>A line of a Flowchart: when <paramref name="Source"/> completes with the outcome
/// <paramref name="Port"/>, <paramref name="Target"/> is next.</summary>
public sealed record Connection(ActivityNode Source, string Port, ActivityNode Target);
