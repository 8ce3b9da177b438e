namespace Governance.Resilience.Tests.Clients;

/// <summary>What all clients together met.</summary>
public sealed class Tally
{
    private int _answered;
    private int _refused;
    private int _brokenOff;
    private int _failed;

    /// <summary>Commands answered with 2xx.</summary>
    public int Answered => _answered;

    /// <summary>Commands refused because somebody else was faster.</summary>
    public int Refused => _refused;

    /// <summary>Commands whose answer never came, and which were therefore sent again.</summary>
    public int BrokenOff => _brokenOff;

    /// <summary>Commands answered with 5xx, and sent again.</summary>
    public int Failed => _failed;

    /// <summary>One more.</summary>
    public void Answer() => Interlocked.Increment(ref _answered);

    /// <summary>One more.</summary>
    public void Refuse() => Interlocked.Increment(ref _refused);

    /// <summary>One more.</summary>
    public void BreakOff() => Interlocked.Increment(ref _brokenOff);

    /// <summary>One more.</summary>
    public void Fail() => Interlocked.Increment(ref _failed);
}
