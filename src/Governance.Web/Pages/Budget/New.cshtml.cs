using System.Globalization;
using Governance.Funding;
using Governance.LifeAreas;
using Governance.People;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Budget;

/// <summary>The treasurer opens a budget line.</summary>
public sealed class NewModel(IMediator mediator, Access access, ErrorTexts errors, TextCatalog texts) : PageModel
{
    /// <summary>The year of the page it was asked for on.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Fiscal year, as typed.</summary>
    [BindProperty]
    public string? FiscalYear { get; set; }

    /// <summary>Life area.</summary>
    [BindProperty]
    public string? LifeArea { get; set; }

    /// <summary>Funding source.</summary>
    [BindProperty]
    public string? FundingSource { get; set; }

    /// <summary>Product.</summary>
    [BindProperty]
    public string? Product { get; set; }

    /// <summary>Cost centre.</summary>
    [BindProperty]
    public string? CostCentre { get; set; }

    /// <summary>Life areas to choose from.</summary>
    public IReadOnlyList<Choice> LifeAreas => [.. LifeAreaCodes.All.Select(code => new Choice(code, CityWords.LifeArea(code)))];

    /// <summary>Sources to choose from.</summary>
    public IReadOnlyList<Choice> Sources => [.. FundingSources.All.Select(code => new Choice(code, texts.Source(code)))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        FiscalYear = Year?.ToString(CultureInfo.InvariantCulture);
        return await access.CanAsync(Line(0), ct) ? Page() : this.Refused(AccessErrors.Forbidden(nameof(CreateBudgetLine)));
    }

    /// <summary>Opens it; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var isYear = int.TryParse(FiscalYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        var created = await mediator.Send(Line(year), ct);
        if (created.Error is { Code: "budget-line.already-exists" } taken)
        {
            ModelState.AddModelError(nameof(Product), errors.Sentence(taken));
            Response.StatusCode = ErrorStatus.Of(taken.Code);
            return Page();
        }

        if (created.Error is { } error)
            return this.Refused(error);
        this.Done(texts["Budget.Created"]);
        return isYear ? RedirectToPage("Line", new { id = created.Value }) : RedirectToPage("Index");
    }

    private CreateBudgetLine Line(int year) => new(year, LifeArea ?? "", FundingSource ?? "", Product ?? "", CostCentre ?? "");
}
