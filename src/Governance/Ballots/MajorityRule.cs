using Governance.Texts;

namespace Governance.Ballots;

/// <summary>Whether a motion has the majority it needs (GO NRW § 50). Only yes and no votes count.</summary>
public static class MajorityRule
{
    /// <summary>Whether the majority is reached, and why.</summary>
    public static MajorityDecision Decide(BallotCount count)
    {
        var reached = IsReached(count);
        return new MajorityDecision(reached, Explain(count, reached));
    }

    // Multiplied instead of divided, so that nothing is rounded; long, so that nothing overflows.
    private static bool IsReached(BallotCount count) => count.Majority switch
    {
        MajorityKind.Simple => count.Yes > count.No,
        MajorityKind.TwoThirdsOfVotesCast => count.Yes > 0 && 3L * count.Yes >= 2L * ((long)count.Yes + count.No),
        MajorityKind.TwoThirdsOfStatutoryMembers => 3L * count.Yes >= 2L * count.StatutoryMembers,
        MajorityKind.StatutoryMajority => 2L * count.Yes > count.StatutoryMembers,
        MajorityKind.Unanimous => count.Yes > 0 && count.No == 0,
        _ => throw new ArgumentOutOfRangeException(nameof(count), count.Majority, "Unknown kind of majority."),
    };

    private static Reason Explain(BallotCount count, bool reached)
    {
        var kind = count.Majority switch
        {
            MajorityKind.TwoThirdsOfVotesCast => "majority.two-thirds",
            MajorityKind.TwoThirdsOfStatutoryMembers => "majority.two-thirds-statutory",
            MajorityKind.StatutoryMajority => "majority.statutory",
            MajorityKind.Unanimous => "majority.unanimous",
            _ when count.Yes == count.No => "majority.tie",
            _ => "majority.simple",
        };
        var code = kind == "majority.tie" ? kind : kind + (reached ? "-reached" : "-missed");
        return Reason.Of(
            code, ("yes", count.Yes), ("no", count.No), ("abstain", count.Abstain), ("members", count.StatutoryMembers), ("needed", Needed(count)));
    }

    // Yes votes that are enough: of as many cast for two thirds of them, otherwise with as many against.
    private static long Needed(BallotCount count) => count.Majority switch
    {
        MajorityKind.TwoThirdsOfVotesCast => ((2L * ((long)count.Yes + count.No)) + 2) / 3,
        MajorityKind.TwoThirdsOfStatutoryMembers => ((2L * count.StatutoryMembers) + 2) / 3,
        MajorityKind.StatutoryMajority => (count.StatutoryMembers / 2) + 1,
        _ => (long)count.No + 1,
    };
}

/// <summary>Whether a majority is reached, and why.</summary>
public sealed record MajorityDecision(bool IsReached, Reason Reason);
