using Governance.Ballots;

namespace Governance.Tests.Ballots;

public class DecisionOutcomeTests
{
    private static readonly DecisionOutcome[] ByVote =
    [
        DecisionOutcome.Adopted, DecisionOutcome.AdoptedUnanimously, DecisionOutcome.AdoptedByMajority, DecisionOutcome.AdoptedAmended,
        DecisionOutcome.AdoptedAmendedByMajority, DecisionOutcome.AdoptedInPart, DecisionOutcome.PreAdvisedUnchanged, DecisionOutcome.PreAdvisedChanged,
        DecisionOutcome.Rejected, DecisionOutcome.RejectedUnanimously, DecisionOutcome.RejectedByMajority, DecisionOutcome.RejectedByTie,
        DecisionOutcome.RejectedRequiredMajorityMissed,
    ];

    [Fact]
    public void Only_a_vote_says_yes_or_no_to_an_item() =>
        Enum.GetValues<DecisionOutcome>().Where(outcome => outcome.IsVoted()).ShouldBe(ByVote, ignoreOrder: true);

    [Fact]
    public void Only_what_a_body_changed_has_a_wording_of_its_own() =>
        Enum.GetValues<DecisionOutcome>().Where(outcome => outcome.IsChanged()).Select(outcome => outcome.ToCoarse()).Distinct()
            .ShouldBe([CoarseOutcome.AdoptedAmended, CoarseOutcome.AdoptedInPart], ignoreOrder: true);

    [Fact]
    public void More_yes_than_no_without_the_required_majority_is_a_rejection() =>
        DecisionOutcome.RejectedRequiredMajorityMissed.ToCoarse().ShouldBe(CoarseOutcome.Rejected);

    [Theory]
    [InlineData(DecisionOutcome.AdoptedUnanimously, 9, 0, true)]
    [InlineData(DecisionOutcome.AdoptedUnanimously, 9, 1, false)]
    [InlineData(DecisionOutcome.RejectedUnanimously, 0, 9, true)]
    [InlineData(DecisionOutcome.RejectedUnanimously, 1, 9, false)]
    [InlineData(DecisionOutcome.RejectedByMajority, 7, 8, true)]
    [InlineData(DecisionOutcome.RejectedByMajority, 7, 7, false)]
    [InlineData(DecisionOutcome.RejectedByMajority, 8, 7, false)]
    [InlineData(DecisionOutcome.RejectedByTie, 7, 7, true)]
    [InlineData(DecisionOutcome.RejectedByTie, 7, 8, false)]
    [InlineData(DecisionOutcome.AdoptedByMajority, 7, 8, true)] // how the majority was reached is the majority rule's business
    public void Words_must_not_say_what_the_counts_deny(DecisionOutcome outcome, int yes, int no, bool fits) => outcome.Fits(yes, no).ShouldBe(fits);

    [Fact]
    public void An_outcome_that_does_not_exist_is_a_bug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ((DecisionOutcome)99).ToCoarse()).Message.ShouldStartWith("Unknown outcome.");

    [Fact]
    public void A_majority_that_does_not_exist_is_a_bug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => MajorityRule.Decide(new() { StatutoryMembers = 3, Present = 3, Yes = 2, No = 1, Majority = (MajorityKind)99 }))
            .Message.ShouldStartWith("Unknown kind of majority.");
}
