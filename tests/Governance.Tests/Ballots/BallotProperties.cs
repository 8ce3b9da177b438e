using CsCheck;
using Governance.Ballots;
using Governance.Tests.Texts;

namespace Governance.Tests.Ballots;

public class BallotProperties
{
    private static readonly Gen<BallotCount> Counts =
        from members in Gen.Int[1, 80]
        from present in Gen.Int[0, members]
        from recused in Gen.Int[0, present]
        from yes in Gen.Int[0, present - recused]
        from no in Gen.Int[0, present - recused - yes]
        from abstain in Gen.Int[0, present - recused - yes - no]
        from invalid in Gen.Int[0, present - recused - yes - no - abstain]
        from experts in Gen.Int[0, present - recused]
        from isCommittee in Gen.Bool
        from majority in Gen.Enum<MajorityKind>()
        from call in Gen.Enum<CallKind>()
        from lackNotEstablished in Gen.Bool
        select new BallotCount
        {
            StatutoryMembers = members,
            Present = present,
            Recused = recused,
            Yes = yes,
            No = no,
            Abstain = abstain,
            Invalid = invalid,
            Committee = isCommittee ? new(present - recused - experts, experts) : null,
            Majority = majority,
            Call = call,
            LackNotEstablished = lackNotEstablished,
        };

    [Fact]
    public void Consistent_counts_are_always_decided_and_explained() =>
        Counts.Sample(count => BallotRules.Decide(count).Value.Reasons.InGerman().Length > 0);

    [Fact]
    public void An_abstention_turned_into_a_yes_never_turns_adopted_into_rejected() =>
        Counts.Where(count => count.Abstain > 0).Sample(count =>
            !Adopted(count) || Adopted(count with { Yes = count.Yes + 1, Abstain = count.Abstain - 1 }));

    [Fact]
    public void A_no_turned_into_a_yes_never_turns_adopted_into_rejected() =>
        Counts.Where(count => count.No > 0).Sample(count =>
            !Adopted(count) || Adopted(count with { Yes = count.Yes + 1, No = count.No - 1 }));

    [Fact]
    public void A_yes_of_somebody_who_has_not_voted_never_turns_adopted_into_rejected() =>
        Counts.Where(count => count.TakingPart > count.Yes + count.No + count.Abstain + count.Invalid).Sample(count =>
            !Adopted(count) || Adopted(count with { Yes = count.Yes + 1 }));

    [Fact]
    public void One_more_no_never_turns_rejected_into_adopted() =>
        Counts.Where(count => count.Abstain > 0).Sample(count =>
            Adopted(count) || !Adopted(count with { No = count.No + 1, Abstain = count.Abstain - 1 }));

    [Fact]
    public void A_tie_is_never_adopted_whatever_majority_is_asked_for() =>
        Counts.Where(count => count.Yes == count.No).Sample(count => !Adopted(count));

    [Fact]
    public void Abstentions_made_invalid_change_nothing() =>
        Counts.Sample(count =>
            Outcome(count) == Outcome(count with { Invalid = count.Invalid + count.Abstain, Abstain = 0 }));

    [Fact]
    public void Whoever_reaches_a_qualified_majority_reaches_the_simple_one() =>
        Counts.Sample(count => !Adopted(count) || Adopted(count with { Majority = MajorityKind.Simple }));

    [Fact]
    public void Entry_by_dissent_gives_the_same_yes_votes_as_full_counts() =>
        Counts.Sample(count =>
        {
            var notVoting = count.TakingPart - count.Yes - count.No - count.Abstain;
            return new DissentEntry(count.Present, count.Recused, count.No, count.Abstain, notVoting).Yes().Value == count.Yes;
        });

    private static BallotOutcome Outcome(BallotCount count) => BallotRules.Decide(count).Value.Outcome;

    private static bool Adopted(BallotCount count) => Outcome(count) == BallotOutcome.Adopted;
}
