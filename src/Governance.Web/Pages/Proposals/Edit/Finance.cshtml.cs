using Governance.Proposals;
using Governance.Web.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 6, Finanzielle Auswirkungen: the finance block of the paper.</summary>
public sealed class FinanceStep(EditDesk desk) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Finance;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public FinanceForm Form { get; set; } = new();

    /// <summary>Investment or consumption.</summary>
    public IReadOnlyList<Choice> Kinds => [Kind(investment: true), Kind(investment: false)];

    /// <summary>How far it stands in the budget.</summary>
    public IReadOnlyList<Choice> States => [.. Enum.GetValues<BudgetState>().Select(state => new Choice($"{state}", Desk.Texts[$"Proposals.Budgeted.{state}"]))];

    private Choice Kind(bool investment) => new($"{investment}", Desk.Texts[$"Proposals.Investment.{investment}"]);

    /// <inheritdoc />
    protected override void Show(ProposalContent content) => Form = new()
    {
        Investment = content.Finance.Investment,
        FollowUpPerYearCents = content.Finance.FollowUpPerYearCents,
        FollowUpBearer = content.Finance.FollowUpBearer,
        StaffPosts = content.Finance.StaffPostsHundredths / 100m,
        DepreciationPerYearCents = content.Finance.DepreciationPerYearCents,
        ReceiptsCents = content.Finance.ReceiptsCents,
        YieldPerYearCents = content.Finance.YieldPerYearCents,
        Budgeted = content.Finance.Budgeted,
        CounterFinance = content.Finance.CounterFinance,
        Climate = content.Finance.Climate,
        MunicipalCompanies = content.Finance.MunicipalCompanies,
    };

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content)
    {
        if (Form.StaffPosts is < 0 or > 10_000)
            ModelState.TryAddModelError("Form.StaffPosts", Desk.Errors.Sentence(Error.Of("input.out-of-range")));
        return content with
        {
            Finance = new()
            {
                Investment = Form.Investment,
                FollowUpPerYearCents = Form.FollowUpPerYearCents,
                FollowUpBearer = Form.FollowUpBearer.Text(),
                StaffPostsHundredths = Form.StaffPosts is { } posts and >= 0 and <= 10_000 ? (int)Math.Round(posts * 100, MidpointRounding.AwayFromZero) : null,
                DepreciationPerYearCents = Form.DepreciationPerYearCents,
                ReceiptsCents = Form.ReceiptsCents,
                YieldPerYearCents = Form.YieldPerYearCents,
                Budgeted = Form.Budgeted,
                CounterFinance = Form.CounterFinance.Text(),
                Climate = Form.Climate.Text(),
                MunicipalCompanies = Form.MunicipalCompanies.Text(),
            },
        };
    }
}

/// <summary>The fields of step 6; see <see cref="FinanceBlock"/>.</summary>
public sealed class FinanceForm
{
    /// <summary>Investition oder Aufwand.</summary>
    public bool? Investment { get; set; }

    /// <summary>Folgekosten pro Jahr.</summary>
    [Euro]
    public long? FollowUpPerYearCents { get; set; }

    /// <summary>Wer die Folgekosten trägt.</summary>
    public string? FollowUpBearer { get; set; }

    /// <summary>Stellen.</summary>
    public decimal? StaffPosts { get; set; }

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

    /// <summary>Gegenfinanzierung.</summary>
    public string? CounterFinance { get; set; }

    /// <summary>Klimarelevanz.</summary>
    public string? Climate { get; set; }

    /// <summary>Abstimmung mit städtischen Gesellschaften.</summary>
    public string? MunicipalCompanies { get; set; }
}
