using Governance.Bodies;
using Governance.Tests.Texts;

namespace Governance.Tests.Bodies;

public class AuthorityAmounts
{
    private static readonly DateOnly Submitted = new(2026, 5, 10);
    private static readonly Money Amount = Money.FromEuro(20_000);

    [Fact]
    public void A_first_proposal_counts_alone() => Sum().Total.ShouldBe(Amount);

    [Fact]
    public void A_split_project_does_not_stay_below_the_limit()
    {
        var sum = Sum(Earlier("2026-04-01"));

        sum.Total.ShouldBe(Money.FromEuro(40_000));
        DefaultAuthorityTable.Table.Decide(new(Amount)).Value.DecidingBody.ShouldBe(BodyCodes.Office);
        DefaultAuthorityTable.Table.Decide(new(sum.Total)).Value.DecidingBody.ShouldBe(BodyCodes.Steering);
        sum.Reason.InGerman().ShouldBe(
            "Maßgeblich sind 40.000,00\u00A0€: der Antrag (20.000,00\u00A0€) und 1 früherer Antrag desselben Projekts aus zwölf Monaten (P-2026-04-01).");
    }

    [Theory]
    [InlineData("2025-05-10", true)]
    [InlineData("2025-05-09", false)]
    [InlineData("2026-05-10", true)]
    [InlineData("2026-05-11", false)]
    public void Twelve_months_count_to_the_day(string earlier, bool counts)
    {
        var considered = Sum(Earlier(earlier)).Considered.ShouldHaveSingleItem();

        considered.Counts.ShouldBe(counts);
        considered.Reason.InGerman().ShouldStartWith($"P-{earlier}");
    }

    [Fact]
    public void A_withdrawn_or_rejected_proposal_does_not_count()
    {
        var sum = Sum(Earlier("2026-04-01") with { IsVoid = true });

        sum.Total.ShouldBe(Amount);
        sum.Considered.ShouldHaveSingleItem().Reason.InGerman().ShouldEndWith("zurückgezogen oder abgelehnt.");
    }

    private static EarlierProposal Earlier(string date) => new($"P-{date}", DateOnly.Parse(date), Money.FromEuro(20_000));

    private static AuthorityAmount Sum(params EarlierProposal[] earlier) => AuthorityAmount.Of(Amount, Submitted, earlier);
}
