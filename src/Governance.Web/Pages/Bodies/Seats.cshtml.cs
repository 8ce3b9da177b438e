using System.Globalization;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Bodies;

/// <summary>Every seat of a body, of today, of the future and of the past.</summary>
public sealed class SeatsModel(IMediator mediator, Access access, TimeProvider clock, TextCatalog texts) : PageModel
{
    private const string Today = "Today", Coming = "Coming", Ended = "Ended";
    private static readonly string[] Order = [Today, Coming, Ended];

    /// <summary>The body's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>True when the actor may change seats.</summary>
    public bool MayChange { get; private set; }

    /// <summary>The seats.</summary>
    public IReadOnlyList<SeatLine> Seats { get; private set; } = [];

    /// <summary>The seats of today, then those to come, then those that have ended.</summary>
    public IEnumerable<IGrouping<string, SeatLine>> Periods => Seats.GroupBy(PeriodOf, StringComparer.Ordinal).OrderBy(group => Array.IndexOf(Order, group.Key));

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListSeats(Code), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        (Name, Seats) = (result.Value.Name.In(CultureInfo.CurrentUICulture), result.Value.Seats);
        MayChange = await access.CanAsync(new ListCandidates(), ct);
        return Page();
    }

    /// <summary>Chair, deputy, member; whether with a vote, or which substitute.</summary>
    public string Function(SeatLine seat) => seat switch
    {
        { SubstituteOrder: { } order } => texts["Bodies.SubstituteNumber", order],
        { Kind: SeatKind.Advisory } => texts["Bodies.Function.Advisory"],
        _ => texts[$"Bodies.Function.{seat.Function}"],
    };

    /// <summary>"seit 01.11.2025", or until when too.</summary>
    public string Period(SeatLine seat) => seat.Until is { } until
        ? texts["Bodies.Period", Dates.Short(seat.From), Dates.Short(until)]
        : texts["Bodies.Since", Dates.Short(seat.From)];

    private string PeriodOf(SeatLine seat)
    {
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return seat.From > today ? Coming : seat.Until < today ? Ended : Today;
    }
}
