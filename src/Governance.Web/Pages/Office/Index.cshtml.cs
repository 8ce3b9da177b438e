using Governance.Office;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Office;

/// <summary>The control room of the Stabsstelle.</summary>
public sealed class IndexModel(IMediator mediator, TextCatalog texts) : PageModel
{
    private const int PunctualityTarget = 90;

    /// <summary>What it shows.</summary>
    public ControlRoom Room { get; private set; } = null!;

    /// <summary>Cases in the procedure.</summary>
    public int Cases => Room.Pipeline.Sum(stage => stage.Count);

    /// <summary>Their cost in cents.</summary>
    public long Cents => Room.Pipeline.Sum(stage => stage.Cents);

    /// <summary>Share of answers in time, in percent, or null when nothing was answered.</summary>
    public int? InTime => Room.Punctuality.Answered == 0 ? null : Room.Punctuality.InTime * 100 / Room.Punctuality.Answered;

    /// <summary>The target for it.</summary>
    public int Target => PunctualityTarget;

    /// <summary>The largest load of a team: the full width of its bars.</summary>
    public int LargestLoad => Math.Max(1, Room.Workload.Select(team => team.Open).DefaultIfEmpty().Max());

    /// <summary>The slowest station's duration: the full width of the bars.</summary>
    public int SlowestPace => Math.Max(1, Room.Paces.Select(pace => CityWords.Days(pace.Durations.NineOfTen)).DefaultIfEmpty().Max());

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetControlRoom(), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Room = result.Value;
        return Page();
    }

    /// <summary>Who is waited for: a body, a team, or the person it hangs on.</summary>
    public string Waits(StuckCase one) => one.Waits.Count == 0
        ? texts["Office.Waits.Time"]
        : string.Join(", ", one.Waits.Select(wait => wait.Body?.Here() ?? (wait.Role is { } role ? texts["Account.Role." + role] : wait.Person)).Distinct(StringComparer.Ordinal));

    /// <summary>Where the process waits, and whether that is late.</summary>
    public string Reason(StuckCase one)
    {
        var stations = string.Join(", ", one.Stations.Select(station => station.Here()));
        if (one.DueAt is not { } due)
            return stations;
        var late = CityWords.Days(due.AddTicks(-1), Room.Now);
        return due <= Room.Now ? texts["Office.Stuck.Late", stations, texts.Count("Office.Days", late)] : texts["Office.Stuck.Until", stations, Dates.Short(Berlin.Day(due.AddTicks(-1)))];
    }

    /// <summary>Days of a duration in words.</summary>
    public string DaysOf(TimeSpan duration) => texts.Count("Office.Days", CityWords.Days(duration));
}
