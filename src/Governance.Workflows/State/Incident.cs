namespace Governance.Workflows;

/// <summary>Something that went wrong and that a person should see.</summary>
/// <param name="Id">Unique over all instances.</param>
/// <param name="Message">One sentence: what failed, where an expression failed which one.</param>
/// <param name="Open">True while the instance waits for Retry, Skip or Cancel; an informational incident is never open.</param>
public sealed record Incident(string Id, string ActivityId, string ActivityType, string Message, DateTimeOffset Instant, bool Open)
{
    internal int FrameId { get; init; }
}
