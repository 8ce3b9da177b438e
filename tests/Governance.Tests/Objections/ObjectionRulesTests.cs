using CsCheck;
using Governance.Bodies;
using Governance.Objections;

namespace Governance.Tests.Objections;

/// <summary>§§ 54, 57 (4), 62 (1) GO NRW as a table.</summary>
public sealed class ObjectionRulesTests
{
    [Theory]
    [InlineData(BodyKind.Council, true, true, "MayorsObjection LegalityObjection")]
    [InlineData(BodyKind.Council, true, false, "MayorsObjection LegalityObjection")]
    [InlineData(BodyKind.Council, false, true, "")]
    [InlineData(BodyKind.Committee, true, false, "CommitteeObjection LegalityObjection")]
    [InlineData(BodyKind.Committee, false, true, "CommitteeObjection")]
    [InlineData(BodyKind.Committee, false, false, "")]
    [InlineData(BodyKind.Administration, true, false, "MayorsRecall")]
    [InlineData(BodyKind.Administration, false, true, "")]
    [InlineData(BodyKind.Advisory, true, false, "MayorsRecall")]
    public void Who_may_raise_what(BodyKind decided, bool mayor, bool member, string allowed) =>
        string.Join(' ', ObjectionRules.Allowed(decided, mayor, member, [])).ShouldBe(allowed);

    [Fact]
    public void The_mayors_objection_is_raised_once_for_a_matter_the_unlawful_is_always_held_against_it()
    {
        ObjectionRules.Allowed(BodyKind.Council, isMayor: true, isMember: true, [ObjectionKind.MayorsObjection]).ShouldBe([ObjectionKind.LegalityObjection]);
        ObjectionRules.Allowed(BodyKind.Council, isMayor: true, isMember: true, [ObjectionKind.CommitteeObjection, ObjectionKind.LegalityObjection]).ShouldBe([ObjectionKind.MayorsObjection, ObjectionKind.LegalityObjection]);
    }

    [Theory]
    [InlineData(1, 1), InlineData(3, 1), InlineData(5, 1), InlineData(6, 2), InlineData(10, 2), InlineData(11, 3), InlineData(15, 3), InlineData(17, 4), InlineData(59, 12)]
    public void A_fifth_of_the_members_is_needed(int members, int needed) => ObjectionRules.MembersNeeded(members).ShouldBe(needed);

    [Fact]
    public void A_fifth_is_the_least_number_that_is_no_less_than_a_fifth() =>
        Gen.Int[1, 500].Sample(members => ObjectionRules.MembersNeeded(members) is var needed && needed * 5 >= members && (needed - 1) * 5 < members);

    [Fact]
    public void The_mayor_suspends_alone_members_only_when_there_are_enough_of_them()
    {
        ObjectionRules.Suspends(byMayor: true, membersObjecting: 1, statutoryMembers: 59).ShouldBeTrue();
        ObjectionRules.Suspends(byMayor: false, membersObjecting: 2, statutoryMembers: 15).ShouldBeFalse();
        ObjectionRules.Suspends(byMayor: false, membersObjecting: 3, statutoryMembers: 15).ShouldBeTrue();
        ObjectionRules.Suspends(byMayor: false, membersObjecting: 4, statutoryMembers: 15).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ObjectionKind.CommitteeObjection, BodyKind.Committee, "council", Contest.None)]
    [InlineData(ObjectionKind.LegalityObjection, BodyKind.Committee, "decider", Contest.Council)]
    [InlineData(ObjectionKind.MayorsObjection, BodyKind.Council, "decider", Contest.None)]
    [InlineData(ObjectionKind.LegalityObjection, BodyKind.Council, "decider", Contest.Supervision)]
    [InlineData(ObjectionKind.MayorsRecall, BodyKind.Administration, "Mayor", Contest.None)]
    public void Who_decides_then(ObjectionKind kind, BodyKind decided, string next, Contest contest)
    {
        ObjectionRules.DecidesNext(kind, "decider").ShouldBe(next);
        ObjectionRules.ContestOf(kind, decided).ShouldBe(contest);
    }
}
