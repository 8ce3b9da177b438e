namespace Governance.Ballots;

/// <summary>What a motion needs to be adopted. Abstentions and invalid votes never count for it (GO NRW § 50 (5)).</summary>
public enum MajorityKind
{
    /// <summary>More yes than no votes (GO NRW § 50 (1)). A tie is a rejection.</summary>
    Simple,

    /// <summary>At least two thirds of the yes and no votes.</summary>
    TwoThirdsOfVotesCast,

    /// <summary>At least two thirds of the statutory number of members.</summary>
    TwoThirdsOfStatutoryMembers,

    /// <summary>More than half of the statutory number of members.</summary>
    StatutoryMajority,

    /// <summary>At least one yes and no no vote.</summary>
    Unanimous,
}
