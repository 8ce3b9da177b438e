using Governance.Audit;
using Governance.People;
using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui.Process;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Line = Governance.Web.Ui.Process.Station;
using StationState = Governance.Web.Ui.Process.StationState;

namespace Governance.Web.Pages.Admin;

/// <summary>A published version as a picture and as a list, with the cases that run on it.</summary>
public sealed class WorkflowsShowModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The definition.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version; the newest when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>What was read.</summary>
    public DefinitionDetails Details { get; private set; } = null!;

    /// <summary>The version shown.</summary>
    public DefinitionVersion Shown => Details.Versions.First(version => version.Number == Details.Number);

    /// <summary>The version on which new cases begin, or null.</summary>
    public int? BeginsOn => Details.Versions.FirstOrDefault(version => version.RetiredAt is null)?.Number;

    /// <summary>Whether the actor may retire it, or take that back.</summary>
    public bool CanRetire { get; private set; }

    /// <summary>What was done to the versions; empty for who may not read it.</summary>
    public IReadOnlyList<AuditLine> Entries { get; private set; } = [];

    /// <summary>The picture: where cases wait is now, what comes if all goes as hoped is ahead, the rest is possible.</summary>
    public ProcessPicture Picture
    {
        get
        {
            var hoped = Hoped();
            return new(
                [.. Details.Map.Stations.Select(station => new ProcessNode(
                    station.ActivityId, station.Label.Here(), Cases(station.ActivityId), StateOf(station.ActivityId, hoped), station.Column, station.Row))],
                [.. Details.Map.Ways.Select(way => new ProcessEdge(way.From, way.To))]);
        }
    }

    /// <summary>The same as a list.</summary>
    public IReadOnlyList<Line> Stations
    {
        get
        {
            var hoped = Hoped();
            return [.. Details.Map.Stations.OrderBy(station => station.Column).ThenBy(station => station.Row)
                .Select(station => new Line(station.Label.Here(), StateOf(station.ActivityId, hoped), Cases(station.ActivityId)) { Reasons = Stay(station.ActivityId) })];
        }
    }

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetDefinition(Id ?? "", Version), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Details = result.Value;
        CanRetire = await access.CanAsync(new RetireDefinition(Id ?? "", Details.Number, Retired: true, ""), ct);
        var entries = await mediator.Send(new ListAuditEntries([.. Details.Versions.Select(version => version.Id)]), ct);
        Entries = entries.IsSuccess ? entries.Value : [];
        return Page();
    }

    private HashSet<string> Hoped() => Details.Map.Stations.Count == 0
        ? []
        : [Details.Map.Stations[0].ActivityId, .. Details.Map.AheadOf([Details.Map.Stations[0].ActivityId])];

    private StationState StateOf(string activity, HashSet<string> hoped) =>
        Details.Waiting.ContainsKey(activity) ? StationState.Current : hoped.Contains(activity) ? StationState.Ahead : StationState.Possible;

    private string[] Stay(string activity) => Details.Stays.TryGetValue(activity, out var stay)
        ? [texts["Office.Workflows.Stay", DaysOf(stay.Average), DaysOf(stay.NineOfTen), DaysOf(stay.Longest), texts.Count("Office.Workflows.Waits", stay.Cases)]]
        : [];

    private string DaysOf(TimeSpan duration) => texts.Count("Office.Days", CityWords.Days(duration));

    private string? Cases(string activity)
    {
        var stopped = Details.Incidents.GetValueOrDefault(activity);
        if (stopped > 0)
            return texts.Count("Office.Workflows.Stopped", stopped);
        return Details.Waiting.TryGetValue(activity, out var waiting) ? texts.Count("Office.Workflows.Cases", waiting) : null;
    }
}
