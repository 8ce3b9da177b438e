namespace Governance.Ballots;

/// <summary>What was counted in a ballot, and under which conditions. All counts are persons or votes, none negative.</summary>
public sealed record BallotCount
{
    /// <summary>Statutory number of voting members; includes the mayor where he is a member by law (GO NRW § 40 (2)).</summary>
    public required int StatutoryMembers { get; init; }

    /// <summary>Voting members in the room, those recused included.</summary>
    public required int Present { get; init; }

    /// <summary>Yes votes.</summary>
    public required int Yes { get; init; }

    /// <summary>No votes.</summary>
    public required int No { get; init; }

    /// <summary>Abstentions; count for the quorum, not for the majority.</summary>
    public int Abstain { get; init; }

    /// <summary>Invalid votes; count for the quorum, not for the majority.</summary>
    public int Invalid { get; init; }

    /// <summary>Members with a conflict of interest; not counted as present for this item (GO NRW § 31).</summary>
    public int Recused { get; init; }

    /// <summary>Who takes part in a committee; null for the council and for bodies without expert citizens.</summary>
    public CommitteeAttendance? Committee { get; init; }

    /// <summary>What the motion needs.</summary>
    public MajorityKind Majority { get; init; }

    /// <summary>Whether the body was called a second time for this item (GO NRW § 49 (2)).</summary>
    public CallKind Call { get; init; }

    /// <summary>True while nobody has established the lack of a quorum: the body then counts as quorate (GO NRW § 49 (1) sentence 2).</summary>
    public bool LackNotEstablished { get; init; }

    /// <summary>Voting members who may take part: present less recused.</summary>
    public int TakingPart => Present - Recused;
}

/// <summary>Who takes part in a committee for this item, recused persons left out. Both together are all who take part.</summary>
/// <param name="CouncilMembers">Members of the council, the mayor in the chair of the main committee included.</param>
/// <param name="ExpertCitizens">Expert citizens with a vote (sachkundige Bürger, GO NRW § 58 (3)).</param>
public sealed record CommitteeAttendance(int CouncilMembers, int ExpertCitizens);

/// <summary>Which call of the body this is for the item.</summary>
public enum CallKind
{
    /// <summary>The first call.</summary>
    First,

    /// <summary>The item was postponed for lack of a quorum and the invitation says expressly that the quorum falls away.</summary>
    SecondWithNotice,

    /// <summary>A second call whose invitation lacks that notice: the ordinary quorum applies.</summary>
    SecondWithoutNotice,
}
