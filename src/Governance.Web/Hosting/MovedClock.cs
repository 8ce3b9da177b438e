namespace Governance.Web.Hosting;

/// <summary>A clock that began at a given instant when the program started and has run on since: a demo can be shown on any day.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
