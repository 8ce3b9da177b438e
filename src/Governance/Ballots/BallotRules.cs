namespace Governance.Ballots;

/// <summary>Decides a ballot from its counts (GO NRW §§ 31, 49, 50).</summary>
public static class BallotRules
{
    /// <summary>The result, or why the counts cannot be right (see <see cref="BallotCountCheck"/>).</summary>
    public static Result<BallotResult> Decide(BallotCount count)
    {
        if (BallotCountCheck.Check(count) is { } error)
            return error;

        var quorum = QuorumRule.Decide(count);
        if (!quorum.IsQuorate)
            return new BallotResult(BallotOutcome.NotQuorate, Decision: null, quorum.Reason, quorum.Reason);

        var majority = MajorityRule.Decide(count);
        var outcome = majority.IsReached ? BallotOutcome.Adopted : BallotOutcome.Rejected;
        return new BallotResult(outcome, Wording(count, majority.IsReached), majority.Reason, quorum.Reason);
    }

    private static DecisionOutcome Wording(BallotCount count, bool adopted)
    {
        if (adopted)
            return count.No == 0 ? DecisionOutcome.AdoptedUnanimously : DecisionOutcome.AdoptedByMajority;
        if (count.Yes == count.No)
            return DecisionOutcome.RejectedByTie;
        if (count.Yes > count.No)
            return DecisionOutcome.RejectedRequiredMajorityMissed;
        return count.Yes == 0 ? DecisionOutcome.RejectedUnanimously : DecisionOutcome.RejectedByMajority;
    }
}
