using Governance.Ballots;

namespace Governance.Tests.Ballots;

public class OutcomeTexts
{
    private static IEnumerable<string> SeenInCouncilPapers => TestData.Csv("council-papers.csv")
        .SelectMany(paper => paper["steps"].Split(" > "))
        .Select(step => step.Split('|')[3])
        .Where(outcome => outcome.Length > 0)
        .Distinct(StringComparer.Ordinal);

    [Fact]
    public void Every_outcome_of_real_council_papers_is_recognised()
    {
        SeenInCouncilPapers.Count().ShouldBe(21);
        SeenInCouncilPapers.Where(text => !OutcomeText.Parse(text).IsSuccess).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("einstimmig beschlossen", DecisionOutcome.AdoptedUnanimously, CoarseOutcome.Adopted)]
    [InlineData("mehrheitlich zugestimmt", DecisionOutcome.AdoptedByMajority, CoarseOutcome.Adopted)]
    [InlineData("Zustimmung", DecisionOutcome.Adopted, CoarseOutcome.Adopted)]
    [InlineData("Zugestimmt zu geändertem Beschlusstext", DecisionOutcome.AdoptedAmended, CoarseOutcome.AdoptedAmended)]
    [InlineData("mehrheitlich zugestimmt zu geändertem Beschlusstext", DecisionOutcome.AdoptedAmendedByMajority, CoarseOutcome.AdoptedAmended)]
    [InlineData("teilweise zugestimmt", DecisionOutcome.AdoptedInPart, CoarseOutcome.AdoptedInPart)]
    [InlineData("abgelehnt", DecisionOutcome.Rejected, CoarseOutcome.Rejected)]
    [InlineData("einstimmig abgelehnt", DecisionOutcome.RejectedUnanimously, CoarseOutcome.Rejected)]
    [InlineData("mehrheitlich abgelehnt", DecisionOutcome.RejectedByMajority, CoarseOutcome.Rejected)]
    [InlineData("bei Stimmengleichheit abgelehnt", DecisionOutcome.RejectedByTie, CoarseOutcome.Rejected)]
    [InlineData("Kenntnisnahme", DecisionOutcome.TakenNoteOf, CoarseOutcome.Noted)]
    [InlineData("verwiesen in Fachausschuss", DecisionOutcome.Referred, CoarseOutcome.Referred)]
    [InlineData("Beratung im Fachgremium/Arbeitskreis", DecisionOutcome.Referred, CoarseOutcome.Referred)]
    [InlineData("vertagt", DecisionOutcome.Postponed, CoarseOutcome.Postponed)]
    [InlineData("abgesetzt", DecisionOutcome.TakenOffAgenda, CoarseOutcome.TakenOff)]
    [InlineData("zurückgezogen", DecisionOutcome.Withdrawn, CoarseOutcome.Withdrawn)]
    [InlineData("erledigt", DecisionOutcome.Settled, CoarseOutcome.Settled)]
    [InlineData("vorberaten ohne Änderungen", DecisionOutcome.PreAdvisedUnchanged, CoarseOutcome.Adopted)]
    [InlineData("vorberaten mit Änderungen", DecisionOutcome.PreAdvisedChanged, CoarseOutcome.AdoptedAmended)]
    [InlineData("keine Abstimmung", DecisionOutcome.NotPutToVote, CoarseOutcome.Noted)]
    [InlineData("  EINSTIMMIG   beschlossen ", DecisionOutcome.AdoptedUnanimously, CoarseOutcome.Adopted)]
    public void A_wording_of_the_minutes_means(string text, DecisionOutcome outcome, CoarseOutcome coarse)
    {
        OutcomeText.Parse(text).Value.ShouldBe(outcome);
        outcome.ToCoarse().ShouldBe(coarse);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("nicht abgelehnt")]
    [InlineData("beschlossen?")]
    public void An_unknown_wording_is_not_recognised(string? text) =>
        OutcomeText.Parse(text).Error.ShouldNotBeNull().Code.ShouldBe("outcome.unknown");

    [Fact]
    public void Every_outcome_has_a_coarse_result() =>
        Enum.GetValues<DecisionOutcome>().Select(o => o.ToCoarse()).Distinct().Count().ShouldBe(Enum.GetValues<CoarseOutcome>().Length);
}
