using Governance.Proposals;
using Governance.Tests.City;

namespace Governance.Tests.Proposals;

/// <summary>What the finance block and the values must have, for drafts and for submissions.</summary>
public sealed class FinanceBlockRules
{
    private static readonly FinanceBlock Block = ProposalWay.Content(1).Finance;

    public static TheoryData<string, FinanceBlock, string[]> Blocks => new()
    {
        { "nothing", new(), ["Budgeted", "ClimateEffect", "Investment"] },
        { "no effect on the climate needs no sentence", Block, [] },
        { "an effect needs one", Block with { ClimateEffect = ClimateEffect.SmallNegative }, ["Climate"] },
        { "blanks are no sentence", Block with { ClimateEffect = ClimateEffect.LargePositive, Climate = " \n" }, ["Climate"] },
        { "a sentence is no choice", Block with { ClimateEffect = null, Climate = "Keine erhebliche Auswirkung." }, ["ClimateEffect"] },
        { "partly budgeted", Block with { Budgeted = BudgetState.Partly }, ["CounterFinance", "CounterFinanceWays"] },
        { "not budgeted, old text", Block with { Budgeted = BudgetState.Not, CounterFinance = "Höhere Gebühren" }, ["CounterFinanceWays"] },
        { "not budgeted, no text", Block with { Budgeted = BudgetState.Not, CounterFinanceWays = [CounterFinanceWay.DroppedTasks] }, ["CounterFinance"] },
        { "several ways", Block with { Budgeted = BudgetState.Not, CounterFinanceWays = [CounterFinanceWay.DroppedTasks, CounterFinanceWay.HigherReceipts], CounterFinance = "Beides je zur Hälfte." }, [] },
        { "nobody bears", Block with { FollowUpYears = [new(1, 0), new(3, 1)] }, ["FollowUpBearer"] },
        { "nobody bears the one figure", Block with { FollowUpPerYearCents = 1 }, ["FollowUpBearer"] },
        { "nothing to bear", Block with { FollowUpYears = [new(1, 0, 50), new(2)] }, [] },
        { "year 0", Block with { FollowUpYears = [new(0, 0)] }, ["FollowUpYears[0].Number"] },
        { "year 6", Block with { FollowUpYears = [new(1, 0), new(6, 0)] }, ["FollowUpYears[1].Number"] },
        { "a year twice", Block with { FollowUpYears = [new(2, 0), new(2, 0)] }, ["FollowUpYears"] },
        { "less than nothing", Block with { FollowUpYears = [new(1, -1, -1)] }, ["FollowUpYears[0].Cents", "FollowUpYears[0].StaffPostsHundredths"] },
        { "another yearly figure", Block with { FollowUpYears = [new(1, 5), new(2, 7)], FollowUpPerYearCents = 5, FollowUpBearer = "Amt" }, ["FollowUpPerYearCents"] },
        { "the same yearly figure", Block with { FollowUpYears = [new(1, 5), new(2, 7)], FollowUpPerYearCents = 7, FollowUpBearer = "Amt" }, [] },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_submission_needs_what_a_paper_prints_and_every_choice_its_sentence(string what, FinanceBlock block, string[] wrong) =>
        Wrong(SubmissionRules.For(isImported: false), ProposalWay.Content(1) with { Finance = block }).ShouldBe(wrong.Select(field => "Finance." + field), ignoreOrder: true, what);

    [Theory]
    [InlineData(null, "", "Economic EconomicReason")]
    [InlineData(0, "", "EconomicReason")]
    [InlineData(null, "Spart Zeit", "Economic")]
    [InlineData(6, "Spart Zeit", "Economic")]
    [InlineData(0, "Kein Bezug", "")]
    [InlineData(5, "Spart Zeit", "")]
    public void Each_value_has_points_and_a_reason(int? points, string reason, string wrong)
    {
        var content = ProposalWay.Content(1);

        Wrong(SubmissionRules.For(isImported: false), content with { Values = content.Values with { Economic = points, EconomicReason = reason } })
            .ShouldBe(wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => "Values." + field), ignoreOrder: true);
    }

    [Fact]
    public void A_draft_may_lack_all_of_it_and_a_paper_of_another_city_too()
    {
        new DraftRules().Validate(new ProposalContent()).IsValid.ShouldBeTrue();
        var paper = ProposalWay.Content(1) with { Finance = new() { Budgeted = BudgetState.Not, FollowUpPerYearCents = 5 }, Values = new() };

        Wrong(SubmissionRules.For(isImported: true), paper).ShouldBeEmpty();
        Wrong(SubmissionRules.For(isImported: true), paper with { Finance = new() { FollowUpYears = [new(9, 0)] } }).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_yearly_figure_is_the_highest_year_and_without_years_the_one_figure()
    {
        new FinanceBlock().YearlyFollowUpCents.ShouldBeNull();
        new FinanceBlock { FollowUpPerYearCents = 7 }.YearlyFollowUpCents.ShouldBe(7);
        new FinanceBlock { FollowUpPerYearCents = 7, FollowUpYears = [new(1, null, 50)] }.YearlyFollowUpCents.ShouldBe(7, "posts alone say nothing of the cost");
        new FinanceBlock { FollowUpYears = [new(1, 1), new(2, 1_234_567), new(5, 0)] }.YearlyFollowUpCents.ShouldBe(1_234_567);
        new FinanceBlock { FollowUpYears = [new(1, 0)] }.YearlyFollowUpCents.ShouldBe(0);
    }

    [Fact]
    public void A_block_that_was_read_empty_counts_as_untouched()
    {
        ProposalContent.Parse(new ProposalContent().ToJson()).Finance.IsTouched.ShouldBeFalse();
        new FinanceBlock { CounterFinanceWays = [CounterFinanceWay.DroppedTasks] }.IsTouched.ShouldBeTrue();
        new FinanceBlock { Climate = "x" }.IsTouched.ShouldBeTrue();
    }

    private static IEnumerable<string> Wrong(SubmissionRules rules, ProposalContent content) => rules.Validate(content).Errors.Select(failure => failure.PropertyName);
}
