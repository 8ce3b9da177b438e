using Governance.Texts;

namespace Governance.Ballots;

/// <summary>The state of a circular resolution (Umlaufbeschluss). Instants are UTC.</summary>
/// <param name="VotingMembers">Members who were asked.</param>
/// <param name="Voted">Members who have voted, at most <paramref name="VotingMembers"/>.</param>
/// <param name="LastVoteAt">Instant of the latest vote; null while nobody has voted.</param>
/// <param name="ObjectedAt">Instant of the first objection to the procedure; null without one.</param>
/// <param name="Deadline">Instant at which the ballot closes at the latest.</param>
public sealed record CircularResolution(int VotingMembers, int Voted, DateTime? LastVoteAt, DateTime? ObjectedAt, DateTime Deadline);

/// <summary>Whether a circular resolution still runs.</summary>
public enum CircularStatus
{
    /// <summary>Votes are accepted.</summary>
    Open,

    /// <summary>All have voted.</summary>
    ClosedAllVoted,

    /// <summary>The deadline has passed.</summary>
    ClosedByDeadline,

    /// <summary>A member objected to the procedure: the matter goes to a meeting.</summary>
    StoppedByObjection,
}

/// <summary>The status at an instant, and why.</summary>
public sealed record CircularDecision(CircularStatus Status, Reason Reason);

/// <summary>When a circular resolution is allowed, closes or stops.</summary>
public static class CircularRules
{
    /// <summary>Only bodies whose rules allow it; never the council and its committees, which decide in session (GO NRW §§ 47, 48, 58).</summary>
    /// <returns>Success, <c>circular.council</c> or <c>circular.not-allowed</c>.</returns>
    public static Result MayUse(bool isCouncilOrCommittee, bool allowedByItsRules)
    {
        if (isCouncilOrCommittee)
            return Error.Of("circular.council");
        return allowedByItsRules ? Result.Success : Error.Of("circular.not-allowed");
    }

    /// <summary>The status at the instant <paramref name="now"/>. An objection after the closing changes nothing.</summary>
    public static CircularDecision StatusAt(CircularResolution circular, DateTime now)
    {
        var allVoted = circular.VotingMembers > 0 && circular.Voted >= circular.VotingMembers && circular.LastVoteAt < circular.Deadline;
        var closesAt = allVoted ? circular.LastVoteAt!.Value : circular.Deadline;

        if (circular.ObjectedAt is { } objectedAt && objectedAt < closesAt)
            return Because(CircularStatus.StoppedByObjection, "circular.stopped", circular);
        if (allVoted)
            return Because(CircularStatus.ClosedAllVoted, "circular.all-voted", circular);
        return now >= circular.Deadline
            ? Because(CircularStatus.ClosedByDeadline, "circular.deadline-passed", circular)
            : Because(CircularStatus.Open, "circular.open", circular);
    }

    private static CircularDecision Because(CircularStatus status, string code, CircularResolution circular) =>
        new(status, new Reason(code, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["voted"] = circular.Voted,
            ["members"] = circular.VotingMembers,
        }));
}
