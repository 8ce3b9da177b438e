using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui.Process;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StationState = Governance.Web.Ui.Process.StationState;

namespace Governance.Web.Pages.Admin;

/// <summary>What happened in a case, step by step, and where it stands.</summary>
public sealed class CasesJournalModel(IMediator mediator, TextCatalog texts) : PageModel
{
    private const int Steps = 100;

    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    /// <summary>What was read.</summary>
    public CaseJournal Journal { get; private set; } = null!;

    /// <summary>The picture: where it was, where it waits, what comes if all goes as hoped.</summary>
    public ProcessPicture Picture
    {
        get
        {
            var ahead = Journal.Map.AheadOf(Journal.Waiting);
            return new(
                [.. Journal.Map.Stations.Select(station => new ProcessNode(
                    station.ActivityId, station.Label.Here(), null,
                    Journal.Waiting.Contains(station.ActivityId, StringComparer.Ordinal) ? StationState.Current : Journal.Passed.Contains(station.ActivityId) ? StationState.Done
                        : ahead.Contains(station.ActivityId) ? StationState.Ahead : StationState.Possible,
                    station.Column, station.Row))],
                [.. Journal.Map.Ways.Select(way => new ProcessEdge(way.From, way.To))]);
        }
    }

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetJournal(Id, After, Steps), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Journal = result.Value;
        return Page();
    }

    /// <summary>What made the case go on, in words.</summary>
    public string Heading(CaseStep step)
    {
        var plainly = step.Detail is null && step.Cause == StepCause.Answered ? "Plainly" : "";
        return texts[$"Admin.Journal.Cause.{step.Cause}{plainly}", step.Where?.Here() ?? "", step.Detail?.Here() ?? ""];
    }

    /// <summary>What happened to an activity, in words.</summary>
    public string Sentence(CaseEvent one)
    {
        var detailed = one.Detail is null ? "" : "As";
        return texts[$"Admin.Journal.Event.{one.What}{detailed}", one.Activity?.Here() ?? "", one.Detail?.Here() ?? ""];
    }

    /// <summary>What lies between, in one line; null when nothing does.</summary>
    public string? Between(CaseStep step) =>
        step.Events.Where(one => one.IsSilent).Select(one => one.Activity!.Here()).ToList() is { Count: > 0 } silent ? texts["Admin.Journal.Between", string.Join(", ", silent)] : null;
}
