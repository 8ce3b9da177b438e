namespace Governance.Ballots;

/// <summary>What happened in the meeting when fewer took part than the quorum takes (§ 49 (1) GO NRW).</summary>
public enum QuorumLack
{
    /// <summary>The lack was established: nothing is decided.</summary>
    Established,

    /// <summary>Nobody established it: the body counts as quorate, and the votes decide.</summary>
    NotEstablished,
}
