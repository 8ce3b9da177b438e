using Governance.Funding;
using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Budget;

/// <summary>One budget line: its balances and its bookings, newest first.</summary>
public sealed class LineModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    private const int Lines = 50;

    /// <summary>The line.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Where the page of bookings begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>What was read.</summary>
    public BudgetLineDetails Details { get; private set; } = null!;

    /// <summary>May book.</summary>
    public bool MayBook { get; private set; }

    /// <summary>Its balances.</summary>
    public Balances Balances => Balances.Of(Details.Line);

    /// <summary>"Mobilität, Stadt".</summary>
    public string Name => texts["Budget.LineName", CityWords.LifeArea(Details.Line.LifeArea), texts.Source(Details.Line.FundingSource)];

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetBudgetLine(Id, Before, Lines), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Details = result.Value;
        MayBook = await access.CanAsync(new PostAppropriation(Id, 0, ""), ct);
        return Page();
    }
}
