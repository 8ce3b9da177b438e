namespace Governance.Demo;

/// <summary>The clock while the demo's history is played: it is set before each step, and never beyond the present.</summary>
public sealed class DemoClock(DateTimeOffset present) : TimeProvider
{
    private DateTimeOffset _now = present;

    /// <summary>The instant up to which history is played.</summary>
    public DateTimeOffset Present { get; } = present;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Goes to an instant, at most the present.</summary>
    public void GoTo(DateTimeOffset instant) => _now = instant < Present ? instant : Present;

    /// <summary>Goes on by some hours, at most to the present.</summary>
    public void Pass(double hours) => GoTo(_now.AddHours(hours));
}
