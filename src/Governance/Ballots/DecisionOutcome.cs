namespace Governance.Ballots;

/// <summary>How a body disposed of an agenda item, in the words that minutes use.</summary>
public enum DecisionOutcome
{
    /// <summary>Adopted; the minutes do not say by how many.</summary>
    Adopted,

    /// <summary>Adopted without a no vote.</summary>
    AdoptedUnanimously,

    /// <summary>Adopted against no votes.</summary>
    AdoptedByMajority,

    /// <summary>Adopted with an amended text.</summary>
    AdoptedAmended,

    /// <summary>Adopted with an amended text, against no votes.</summary>
    AdoptedAmendedByMajority,

    /// <summary>Adopted in part.</summary>
    AdoptedInPart,

    /// <summary>Rejected; the minutes do not say by how many.</summary>
    Rejected,

    /// <summary>Rejected without a yes vote.</summary>
    RejectedUnanimously,

    /// <summary>Rejected with more no than yes votes.</summary>
    RejectedByMajority,

    /// <summary>Rejected because a tie is a rejection (GO NRW § 50 (1)).</summary>
    RejectedByTie,

    /// <summary>More yes than no votes, but the required majority was missed.</summary>
    RejectedRequiredMajorityMissed,

    /// <summary>Taken note of (Kenntnisnahme).</summary>
    TakenNoteOf,

    /// <summary>Referred to another body; the case goes there and comes back.</summary>
    Referred,

    /// <summary>Postponed (vertagt).</summary>
    Postponed,

    /// <summary>Taken off the agenda (abgesetzt).</summary>
    TakenOffAgenda,

    /// <summary>Withdrawn by whoever moved it.</summary>
    Withdrawn,

    /// <summary>Settled by the administration's statement (erledigt).</summary>
    Settled,

    /// <summary>Pre-advised without changes (vorberaten).</summary>
    PreAdvisedUnchanged,

    /// <summary>Pre-advised with changes.</summary>
    PreAdvisedChanged,

    /// <summary>Dealt with, not put to the vote.</summary>
    NotPutToVote,
}

/// <summary>The coarse result that moves a case on.</summary>
public enum CoarseOutcome
{
    /// <summary>As proposed.</summary>
    Adopted,

    /// <summary>With changes.</summary>
    AdoptedAmended,

    /// <summary>In part.</summary>
    AdoptedInPart,

    /// <summary>Not adopted.</summary>
    Rejected,

    /// <summary>Comes back to the same body.</summary>
    Postponed,

    /// <summary>Goes to another body.</summary>
    Referred,

    /// <summary>Known, nothing decided.</summary>
    Noted,

    /// <summary>Needs no decision any more.</summary>
    Settled,

    /// <summary>Was not dealt with.</summary>
    TakenOff,

    /// <summary>Given up by whoever moved it.</summary>
    Withdrawn,
}

/// <summary>Maps outcomes of minutes on coarse results.</summary>
public static class DecisionOutcomes
{
    /// <summary>True when the outcome says yes or no to the item, which only a vote can; false when the item was not voted on.</summary>
    public static bool IsVoted(this DecisionOutcome outcome) =>
        outcome.ToCoarse() is CoarseOutcome.Adopted or CoarseOutcome.AdoptedAmended or CoarseOutcome.AdoptedInPart or CoarseOutcome.Rejected;

    /// <summary>True when the body resolved something else than what was proposed: its wording belongs to the minutes (§ 52 GO NRW).</summary>
    public static bool IsChanged(this DecisionOutcome outcome) => outcome.ToCoarse() is CoarseOutcome.AdoptedAmended or CoarseOutcome.AdoptedInPart;

    /// <summary>False when the words say what the counts deny: unanimous with votes against it, a tie without one.</summary>
    public static bool Fits(this DecisionOutcome outcome, int yes, int no) => outcome switch
    {
        DecisionOutcome.AdoptedUnanimously => no == 0,
        DecisionOutcome.RejectedUnanimously => yes == 0,
        DecisionOutcome.RejectedByMajority => yes < no,
        DecisionOutcome.RejectedByTie => yes == no,
        _ => true,
    };

    /// <summary>The coarse result. Pre-advice counts as support, because a committee that advises against rejects.</summary>
    public static CoarseOutcome ToCoarse(this DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Adopted or DecisionOutcome.AdoptedUnanimously or DecisionOutcome.AdoptedByMajority
            or DecisionOutcome.PreAdvisedUnchanged => CoarseOutcome.Adopted,
        DecisionOutcome.AdoptedAmended or DecisionOutcome.AdoptedAmendedByMajority
            or DecisionOutcome.PreAdvisedChanged => CoarseOutcome.AdoptedAmended,
        DecisionOutcome.AdoptedInPart => CoarseOutcome.AdoptedInPart,
        DecisionOutcome.Rejected or DecisionOutcome.RejectedUnanimously or DecisionOutcome.RejectedByMajority
            or DecisionOutcome.RejectedByTie or DecisionOutcome.RejectedRequiredMajorityMissed => CoarseOutcome.Rejected,
        DecisionOutcome.TakenNoteOf or DecisionOutcome.NotPutToVote => CoarseOutcome.Noted,
        DecisionOutcome.Referred => CoarseOutcome.Referred,
        DecisionOutcome.Postponed => CoarseOutcome.Postponed,
        DecisionOutcome.TakenOffAgenda => CoarseOutcome.TakenOff,
        DecisionOutcome.Withdrawn => CoarseOutcome.Withdrawn,
        DecisionOutcome.Settled => CoarseOutcome.Settled,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}
