using Governance.Texts;

namespace Governance.Ballots;

/// <summary>What a ballot came to.</summary>
public enum BallotOutcome
{
    /// <summary>The motion has the majority it needs.</summary>
    Adopted,

    /// <summary>It has not.</summary>
    Rejected,

    /// <summary>The body could not decide.</summary>
    NotQuorate,
}

/// <summary>The result of a ballot and why.</summary>
/// <param name="Outcome">Adopted, rejected or not quorate.</param>
/// <param name="Decision">How the minutes word it; null when the body was not quorate.</param>
/// <param name="Reason">The sentence that decides: the majority, or the lack of a quorum.</param>
/// <param name="Quorum">The sentence on the quorum.</param>
public sealed record BallotResult(BallotOutcome Outcome, DecisionOutcome? Decision, Reason Reason, Reason Quorum)
{
    /// <summary>All sentences in reading order, without repetition.</summary>
    public IReadOnlyList<Reason> Reasons => ReferenceEquals(Reason, Quorum) ? [Reason] : [Reason, Quorum];
}
