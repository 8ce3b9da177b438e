using System.Globalization;
using Governance.Ballots;
using Governance.Tests.Texts;

namespace Governance.Tests.Ballots;

public class BallotCases
{
    public static TheoryData<string> Cases => [.. TestData.Csv("ballot-cases.csv").Select(row => row["case"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_ballot_case_has_the_result_that_the_law_gives(string name)
    {
        var row = TestData.Csv("ballot-cases.csv").Single(r => r["case"] == name);

        var result = BallotRules.Decide(Count(row));

        if (row["result"] == "error")
        {
            result.Error.ShouldNotBeNull().Code.ShouldBe(row["reason"]);
            result.Error.InGerman().ShouldNotBeEmpty();
            return;
        }

        result.Error.ShouldBeNull();
        result.Value.Outcome.ShouldBe(Outcome(row["result"]));
        (result.Value.Decision?.ToString() ?? "").ShouldBe(row["decision"]);
        result.Value.Reason.Code.ShouldBe(row["reason"]);
        result.Value.Reasons.InGerman().ShouldNotBeEmpty();
    }

    private static BallotCount Count(IReadOnlyDictionary<string, string> row) => new()
    {
        StatutoryMembers = Number(row["members"]),
        Present = Number(row["present"]),
        Yes = Number(row["yes"]),
        No = Number(row["no"]),
        Abstain = Number(row["abstain"]),
        Invalid = Number(row["invalid"]),
        Recused = Number(row["recused"]),
        Committee = row["councilMembers"].Length == 0 ? null : new(Number(row["councilMembers"]), Number(row["expertCitizens"])),
        LackNotEstablished = bool.Parse(row["lackNotEstablished"]),
        Majority = row["majority"] switch
        {
            "simple" => MajorityKind.Simple,
            "two-thirds" => MajorityKind.TwoThirdsOfVotesCast,
            "two-thirds-statutory" => MajorityKind.TwoThirdsOfStatutoryMembers,
            "statutory" => MajorityKind.StatutoryMajority,
            _ => MajorityKind.Unanimous,
        },
        Call = row["call"] switch
        {
            "first" => CallKind.First,
            "second-with-notice" => CallKind.SecondWithNotice,
            _ => CallKind.SecondWithoutNotice,
        },
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static BallotOutcome Outcome(string text) => text switch
    {
        "adopted" => BallotOutcome.Adopted,
        "rejected" => BallotOutcome.Rejected,
        _ => BallotOutcome.NotQuorate,
    };
}
