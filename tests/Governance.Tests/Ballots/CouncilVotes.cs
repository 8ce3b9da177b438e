using System.Globalization;
using Governance.Ballots;

namespace Governance.Tests.Ballots;

/// <summary>366 votes of a real council; tests/data/README.md says which numbers the minutes leave out.</summary>
public class CouncilVotes
{
    private const int MembersAndMayor = 49;

    private static IEnumerable<(string Minutes, int Yes, int No, int Abstain, string Announced)> Votes =>
        TestData.Csv("council-votes.csv").Select(row => (
            row["minutes"], Number(row["yes"]), Number(row["no"]), Number(row["abstain"]), row["announced"]));

    [Fact]
    public void Every_real_vote_has_the_result_that_was_announced()
    {
        var checkedVotes = 0;
        foreach (var (minutes, yes, no, abstain, announced) in Votes)
        {
            var members = Math.Max(MembersAndMayor, yes + no + abstain);

            var result = BallotRules.Decide(Count(members, yes, no, abstain)).Value;

            result.Outcome.ShouldBe(announced == "adopted" ? BallotOutcome.Adopted : BallotOutcome.Rejected, $"minutes {minutes}");
            checkedVotes++;
        }

        checkedVotes.ShouldBe(366);
    }

    [Fact]
    public void Three_minutes_count_more_votes_than_the_council_has_members_and_are_refused()
    {
        var refused = Votes
            .Where(v => !BallotRules.Decide(Count(MembersAndMayor, v.Yes, v.No, v.Abstain)).IsSuccess)
            .Select(v => v.Minutes);

        refused.ShouldBe(["654724", "679620", "679621"], ignoreOrder: true);
    }

    private static BallotCount Count(int members, int yes, int no, int abstain) => new()
    {
        StatutoryMembers = members,
        Present = Math.Max(yes + no + abstain, QuorumRule.Needed(members)),
        Yes = yes,
        No = no,
        Abstain = abstain,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
