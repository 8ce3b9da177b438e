using System.Globalization;
using Governance.Proposals;
using Governance.Web.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 6, Finanzielle Auswirkungen: the finance block of the paper.</summary>
public sealed class FinanceStep(EditDesk desk) : EditStep(desk)
{
    private const decimal MostPosts = 10_000;

    /// <inheritdoc />
    public override int Number => EditSteps.Finance;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public FinanceForm Form { get; set; } = new();

    /// <summary>Investment or consumption.</summary>
    public IReadOnlyList<Choice> Kinds => [Kind(investment: true), Kind(investment: false)];

    /// <summary>How far it stands in the budget.</summary>
    public IReadOnlyList<Choice> States => [.. Enum.GetValues<BudgetState>().Select(state => new Choice($"{state}", Desk.Texts[$"Proposals.Budgeted.{state}"]))];

    /// <summary>What may pay for cost that is not in the budget.</summary>
    public IReadOnlyList<Choice> Ways => [.. Enum.GetValues<CounterFinanceWay>().Select(way => new Choice($"{way}", Desk.Texts[$"Proposals.CounterFinance.{way}"]))];

    /// <summary>What it may mean for the climate.</summary>
    public IReadOnlyList<Choice> Effects => [.. Enum.GetValues<ClimateEffect>().Select(effect => new Choice($"{effect}", Desk.Texts[$"Proposals.Climate.{effect}"]))];

    /// <summary>Sum of the five years, as typed or saved last.</summary>
    public long FollowUpSum => Form.FollowUpYears.Sum(year => year.Cents ?? 0);

    /// <summary>The year that the authority table goes by, or null.</summary>
    public long? Highest => Form.FollowUpYears.Max(year => year.Cents);

    /// <summary>A year after the end, with the calendar's number where the end is known.</summary>
    public string YearWord(int number) => Proposal.Content.End is { } end
        ? Desk.Texts["Proposals.FollowUp.Row.Known", number, (end.Year + number).ToString(CultureInfo.InvariantCulture)]
        : Desk.Texts["Proposals.FollowUp.Row", number];

    private Choice Kind(bool investment) => new($"{investment}", Desk.Texts[$"Proposals.Investment.{investment}"]);

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Form = new()
    {
        Investment = content.Finance.Investment,
        FollowUpYears = [.. Enumerable.Range(1, FinanceBlock.Years).Select(number => Year(content.Finance, number))],
        FollowUpBearer = content.Finance.FollowUpBearer,
        DepreciationPerYearCents = content.Finance.DepreciationPerYearCents,
        ReceiptsCents = content.Finance.ReceiptsCents,
        YieldPerYearCents = content.Finance.YieldPerYearCents,
        Budgeted = content.Finance.Budgeted,
        CounterFinanceWays = [.. content.Finance.CounterFinanceWays],
        CounterFinance = content.Finance.CounterFinance,
        ClimateEffect = content.Finance.ClimateEffect,
        Climate = content.Finance.Climate,
        MunicipalCompanies = content.Finance.MunicipalCompanies,
    };

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content)
    {
        // A page that was sent without its table must show it again, and no more rows than it has.
        Form.FollowUpYears = [.. Form.FollowUpYears.Concat(Enumerable.Repeat(0, FinanceBlock.Years).Select(_ => new FollowUpRow())).Take(FinanceBlock.Years)];
        foreach (var (row, index) in Form.FollowUpYears.Select((row, index) => (row, index)).Where(one => one.row.StaffPosts is < 0 or > MostPosts))
            ModelState.TryAddModelError(string.Create(CultureInfo.InvariantCulture, $"Form.FollowUpYears[{index}].StaffPosts"), Desk.Errors.Sentence(Error.Of("input.out-of-range")));
        return content with
        {
            Finance = new()
            {
                Investment = Form.Investment,

                // Each year has its own figure here; the one figure for all of them that older documents have went into the rows.
                FollowUpYears = [.. Form.FollowUpYears.Select((row, index) => row.At(index + 1)).Where(year => year is not { Cents: null, StaffPostsHundredths: null })],
                FollowUpBearer = Form.FollowUpBearer.Text(),
                DepreciationPerYearCents = Form.DepreciationPerYearCents,
                ReceiptsCents = Form.ReceiptsCents,
                YieldPerYearCents = Form.YieldPerYearCents,
                Budgeted = Form.Budgeted,
                CounterFinanceWays = [.. Form.CounterFinanceWays.Distinct().Order()],
                CounterFinance = Form.CounterFinance.Text(),
                ClimateEffect = Form.ClimateEffect,
                Climate = Form.Climate.Text(),
                MunicipalCompanies = Form.MunicipalCompanies.Text(),
            },
        };
    }

    private static FollowUpRow Year(FinanceBlock finance, int number)
    {
        if (finance.FollowUpYears.Count == 0)
            return new() { Cents = finance.FollowUpPerYearCents, StaffPosts = finance.StaffPostsHundredths / 100m };
        var year = finance.FollowUpYears.FirstOrDefault(year => year.Number == number);
        return new() { Cents = year?.Cents, StaffPosts = (year?.StaffPostsHundredths ?? finance.StaffPostsHundredths) / 100m };
    }
}

/// <summary>The fields of step 6; see <see cref="FinanceBlock"/>.</summary>
public sealed class FinanceForm
{
    /// <summary>Investition oder Aufwand.</summary>
    public bool? Investment { get; set; }

    /// <summary>Folgekosten und Stellen der fünf Jahre.</summary>
    public List<FollowUpRow> FollowUpYears { get; set; } = [];

    /// <summary>Wer die Folgekosten trägt.</summary>
    public string? FollowUpBearer { get; set; }

    /// <summary>Abschreibung pro Jahr.</summary>
    [Euro]
    public long? DepreciationPerYearCents { get; set; }

    /// <summary>Einzahlungen.</summary>
    [Euro]
    public long? ReceiptsCents { get; set; }

    /// <summary>Ertrag pro Jahr.</summary>
    [Euro]
    public long? YieldPerYearCents { get; set; }

    /// <summary>Im Haushalt veranschlagt.</summary>
    public BudgetState? Budgeted { get; set; }

    /// <summary>Wodurch gegenfinanziert wird.</summary>
    public List<CounterFinanceWay> CounterFinanceWays { get; set; } = [];

    /// <summary>Der Satz dazu.</summary>
    public string? CounterFinance { get; set; }

    /// <summary>Klimarelevanz.</summary>
    public ClimateEffect? ClimateEffect { get; set; }

    /// <summary>Der Satz dazu.</summary>
    public string? Climate { get; set; }

    /// <summary>Abstimmung mit städtischen Gesellschaften.</summary>
    public string? MunicipalCompanies { get; set; }
}

/// <summary>What follows in one of the five years, as it is typed.</summary>
public sealed class FollowUpRow
{
    /// <summary>Folgekosten.</summary>
    [Euro]
    public long? Cents { get; set; }

    /// <summary>Stellen.</summary>
    public decimal? StaffPosts { get; set; }

    /// <summary>As it is stored; posts beyond reason are refused before.</summary>
    public FollowUpYear At(int number) => new(number, Cents, StaffPosts is { } posts and >= 0 and <= 10_000 ? (int)Math.Round(posts * 100, MidpointRounding.AwayFromZero) : null);
}
