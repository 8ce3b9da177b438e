using CsCheck;
using Governance.Ballots;

namespace Governance.Tests.Ballots;

/// <summary>The number that a result says is needed is the smallest that is enough.</summary>
public class MajorityNeeds
{
    private static readonly Gen<BallotCount> Counts =
        from members in Gen.Int[1, 80]
        from yes in Gen.Int[0, 80]
        from no in Gen.Int[0, 80]
        where yes + no > 0
        select new BallotCount { StatutoryMembers = members, Present = members, Yes = yes, No = no };

    [Fact]
    public void With_as_many_votes_against() =>
        Counts.Select(Gen.OneOfConst(MajorityKind.Simple, MajorityKind.StatutoryMajority, MajorityKind.TwoThirdsOfStatutoryMembers)).Sample((count, kind) =>
        {
            var asked = count with { Majority = kind };
            return Reached(asked with { Yes = Needed(asked) }) && !Reached(asked with { Yes = Needed(asked) - 1 });
        });

    [Fact]
    public void With_as_many_votes_cast() =>
        Counts.Sample(count =>
        {
            var asked = count with { Majority = MajorityKind.TwoThirdsOfVotesCast };
            var cast = count.Yes + count.No;
            return Reached(asked with { Yes = Needed(asked), No = cast - Needed(asked) }) && !Reached(asked with { Yes = Needed(asked) - 1, No = cast - Needed(asked) + 1 });
        });

    [Theory]
    [InlineData(MajorityKind.Simple, 59, 20, 20, 21)]
    [InlineData(MajorityKind.StatutoryMajority, 59, 20, 20, 30)]
    [InlineData(MajorityKind.StatutoryMajority, 58, 20, 20, 30)]
    [InlineData(MajorityKind.TwoThirdsOfStatutoryMembers, 59, 20, 20, 40)]
    [InlineData(MajorityKind.TwoThirdsOfStatutoryMembers, 60, 20, 20, 40)]
    [InlineData(MajorityKind.TwoThirdsOfVotesCast, 59, 20, 20, 27)]
    [InlineData(MajorityKind.TwoThirdsOfVotesCast, 59, 20, 10, 20)]
    public void As_counted_by_hand(MajorityKind kind, int members, int yes, int no, int needed) =>
        Needed(new() { StatutoryMembers = members, Present = members, Yes = yes, No = no, Majority = kind }).ShouldBe(needed);

    private static int Needed(BallotCount count) => (int)(long)MajorityRule.Decide(count).Reason.Facts["needed"]!;

    private static bool Reached(BallotCount count) => MajorityRule.Decide(count).IsReached;
}
