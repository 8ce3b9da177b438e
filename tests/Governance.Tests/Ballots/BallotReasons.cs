using Governance.Ballots;
using Governance.Tests.Texts;

namespace Governance.Tests.Ballots;

public class BallotReasons
{
    private static readonly BallotCount Count = new() { StatutoryMembers = 59, Present = 45, Yes = 23, No = 20, Abstain = 1, Recused = 1 };

    [Fact]
    public void A_result_is_explained_with_counts_and_law() =>
        BallotRules.Decide(Count).Value.Reasons.InGerman().ShouldBe(
            "Angenommen: 23 Ja-Stimmen, 20 Nein-Stimmen, 1 Enthaltung; mehr Ja- als Nein-Stimmen (§ 50 Abs. 1 GO NRW). "
            + "Beschlussfähig: 44 von 59 Stimmberechtigten der gesetzlichen Mitgliederzahl wirken mit, nötig sind 30 (§ 49 Abs. 1 GO NRW); "
            + "1 befangene Person zählt nicht als anwesend (§ 31 GO NRW).");

    [Fact]
    public void A_lack_of_a_quorum_is_said_once() =>
        BallotRules.Decide(Count with { Present = 25, Yes = 20, No = 4, Abstain = 0 }).Value.Reasons.ShouldHaveSingleItem().Code.ShouldBe("quorum.missed-recused");

    [Fact]
    public void Huge_counts_do_not_wrap_round() =>
        BallotRules.Decide(Count with { Yes = int.MaxValue, No = int.MaxValue, Abstain = 2 }).Error.ShouldNotBeNull().Code.ShouldBe("ballot.too-many-votes");
}
