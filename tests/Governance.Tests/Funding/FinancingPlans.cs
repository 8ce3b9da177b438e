using CsCheck;
using Governance.Funding;
using Governance.Tests.Texts;

namespace Governance.Tests.Funding;

public class FinancingPlans
{
    [Fact]
    public void A_plan_that_balances_in_every_year_is_sound() =>
        Violations([Item("staff", 2026, 100), Item("hardware", 2026, 50), Item("staff", 2027, 100)], [Item("city", 2026, 150), Item("city", 2027, 60), Item("eu", 2027, 40)])
            .ShouldBeEmpty();

    [Fact]
    public void A_cent_too_little_in_one_year_is_told_with_year_and_difference()
    {
        var plan = new FinancingPlan([Item("staff", 2026, 100)], [new("city", 2026, new Money(9_999))]);

        var violation = plan.Violations().ShouldHaveSingleItem();

        violation.Path.ShouldBe("years[2026]");
        violation.Error.InGerman().ShouldBe(
            "2026: Den Kosten von 100,00\u00A0€ steht eine Deckung von 99,99\u00A0€ gegenüber; es fehlen 0,01\u00A0€.");
    }

    [Fact]
    public void A_single_cent_unbalances_any_plan() =>
        Gen.Select(Gen.Int[1, 100_000_000], Gen.Bool).Sample((cents, more) =>
        {
            var cover = new Money(cents + (more ? 1 : -1));
            var violation = new FinancingPlan([new("staff", 2026, new Money(cents))], [new("city", 2026, cover)]).Violations().Single();
            return violation.Error.Code == (more ? "plan.cover-exceeds" : "plan.cover-missing");
        });

    [Fact]
    public void Years_do_not_make_up_for_each_other() =>
        Violations([Item("staff", 2026, 100), Item("staff", 2027, 100)], [Item("city", 2026, 150), Item("city", 2027, 50)])
            .ShouldBe(["years[2026] plan.cover-exceeds", "years[2027] plan.cover-missing"]);

    [Fact]
    public void A_year_with_cover_only_is_not_balanced() =>
        Violations([Item("staff", 2026, 100)], [Item("city", 2026, 100), Item("city", 2027, 1)]).ShouldBe(["years[2027] plan.cover-exceeds"]);

    [Fact]
    public void A_plan_without_cost_is_no_plan() => Violations([], []).ShouldBe(["cost plan.empty"]);

    [Fact]
    public void All_violations_are_told_at_once_with_their_fields() =>
        Violations([Item("", 2026, 1), Item("staff", 1999, 1), Item("staff", 2026, 1), Item("staff", 2026, 1)], [Item("city", 2026, 3)])
            .ShouldBe(["cost[0].code plan.code-missing", "cost[1].year plan.year-out-of-range", "cost[3] plan.duplicate", "years[1999] plan.cover-missing"]);

    [Fact]
    public void Negative_and_absurd_amounts_are_told_at_their_fields() =>
        Violations([Item("staff", 2026, -1), new("hardware", 2026, new Money(long.MaxValue))], [new("city", 2026, new Money(long.MaxValue))])
            .ShouldBe(["cost[0].amount plan.negative-amount", "cost[1].amount plan.amount-too-large", "cover[0].amount plan.amount-too-large"]);

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void A_plan_lies_between_2000_and_2100(int year, bool accepted) =>
        Violations([Item("staff", year, 1)], [Item("city", year, 1)]).Count.ShouldBe(accepted ? 0 : 2);

    [Fact]
    public void The_largest_amount_is_ten_thousand_billion_euro()
    {
        Violations([Item("staff", 2026, 10_000_000_000_000)], [Item("city", 2026, 10_000_000_000_000)]).ShouldBeEmpty();
        new FinancingPlan([new("staff", 2026, new Money(1_000_000_000_000_001))], []).Violations().ShouldHaveSingleItem().Error.Code.ShouldBe("plan.amount-too-large");
    }

    [Fact]
    public void Years_are_told_in_their_order_and_once() =>
        new FinancingPlan([Item("staff", 2027, 1), Item("hardware", 2027, 1), Item("staff", 2026, 1)], [Item("city", 2028, 1)]).Years.ShouldBe([2026, 2027, 2028]);

    [Fact]
    public void The_citys_own_money_comes_first_and_an_unknown_source_last()
    {
        string[] order = ["city", "state", "federal", "eu", "third-party", "lottery"];
        order.Select(FundingSources.Place).ShouldBe([0, 1, 2, 3, 4, 5]);
        FundingSources.All.ShouldBe(order[..5]);
    }

    [Fact]
    public void The_same_source_may_cover_several_years() =>
        Violations([Item("staff", 2026, 1), Item("staff", 2027, 1)], [Item("city", 2026, 1), Item("city", 2027, 1)]).ShouldBeEmpty();

    [Fact]
    public void Cost_covered_by_shares_of_itself_always_balances() =>
        Gen.Select(Gen.Int[0, 100_000_000], Gen.Int[0, 10_000]).Sample((cents, share) =>
        {
            var parts = new Money(cents).Allocate([share, 10_000 - share]);
            return new FinancingPlan([new("staff", 2026, new Money(cents))], [new("state", 2026, parts[0]), new("city", 2026, parts[1])]).Violations().Count == 0;
        });

    [Fact]
    public void Total_cost_is_the_sum_over_all_years() =>
        new FinancingPlan([Item("staff", 2026, 100), Item("staff", 2027, 50)], []).TotalCost.ShouldBe(Money.FromEuro(150));

    private static PlanItem Item(string code, int year, long euro) => new(code, year, Money.FromEuro(euro));

    private static List<string> Violations(PlanItem[] cost, PlanItem[] cover)
    {
        var violations = new FinancingPlan(cost, cover).Violations();
        violations.ShouldAllBe(v => v.Error.InGerman().Length > 0);
        return [.. violations.Select(v => $"{v.Path} {v.Error.Code}")];
    }
}
