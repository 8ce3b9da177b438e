using Governance.Funding;
using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Budget;

/// <summary>The budget of a year from the ledger: bars by life area and source, the years, and the full table.</summary>
public sealed class IndexModel(IMediator mediator, Access access, TextCatalog texts, TimeProvider clock) : PageModel
{
    /// <summary>The fiscal year; this one when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Only this source, or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    /// <summary>What was read.</summary>
    public BudgetView View { get; private set; } = null!;

    /// <summary>Lines of the chosen source.</summary>
    public IReadOnlyList<BudgetLineView> Lines { get; private set; } = [];

    /// <summary>Bars.</summary>
    public IReadOnlyList<AreaRow> Rows { get; private set; } = [];

    /// <summary>The sources of the year.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Sums of the shown lines.</summary>
    public Balances Total => Balances.Sum(Lines.Select(Balances.Of));

    /// <summary>The largest row: the full width of the bars.</summary>
    public long Widest => Math.Max(1, Rows.Select(row => Math.Max(row.Balances.Given, row.Balances.Given - row.Balances.Available)).DefaultIfEmpty().Max());

    /// <summary>The largest year.</summary>
    public long WidestYear => Math.Max(1, View.Years.Select(year => year.AppropriationCents).DefaultIfEmpty().Max());

    /// <summary>Names of the rows that had money and have nothing left.</summary>
    public IReadOnlyList<string> Exhausted => [.. Rows.Where(row => row.Balances is { Given: > 0, Available: <= 0 }).Select(row => row.Name(texts))];

    /// <summary>May open a line.</summary>
    public bool SeesLines { get; private set; }

    /// <summary>May open new lines.</summary>
    public bool MayCreate { get; private set; }

    /// <summary>The instant of the page (UTC).</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetBudget(Year), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        View = result.Value;
        Sources = [.. View.Lines.Select(line => line.FundingSource).Distinct(StringComparer.Ordinal).OrderBy(FundingSources.Place)];
        if (Source is not null && !Sources.Contains(Source))
            Source = null;
        Lines = [.. View.Lines.Where(line => Source is null || line.FundingSource == Source)
            .OrderBy(line => AreaRow.Place(line.LifeArea)).ThenBy(line => FundingSources.Place(line.FundingSource)).ThenBy(line => line.Product, StringComparer.Ordinal)];
        Rows = AreaRow.Of(Lines);
        SeesLines = await access.CanAsync(new GetBudgetLine(Guid.Empty), ct);
        MayCreate = await access.CanAsync(new CreateBudgetLine(View.Year, "", "", "", ""), ct);
        return Page();
    }

    /// <summary>The address of a year, or of a source in this year.</summary>
    public static string Href(int year, string? source) => source is null ? $"/budget?year={year}" : $"/budget?year={year}&source={source}";

    /// <summary>"Mobilität, Stadt".</summary>
    public string NameOf(BudgetLineView line) => texts["Budget.LineName", CityWords.LifeArea(line.LifeArea), texts.Source(line.FundingSource)];

    /// <summary>A share in words, or a dash.</summary>
    public string Percent(int? share) => share is { } known ? texts["Office.Percent", known] : "–";
}
