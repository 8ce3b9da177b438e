using Governance.People;
using Governance.Processes;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Pages.Proposals;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>One case that an error has stopped, and what an administrator can do about it.</summary>
public sealed class IncidentsShowModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The incident.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is done.</summary>
    [BindProperty]
    public string? Act { get; set; }

    /// <summary>With which outcome the case goes on when the activity is skipped.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was read.</summary>
    public IncidentDetails Details { get; private set; } = null!;

    /// <summary>Whether the actor may decide, and there is something to decide.</summary>
    public bool CanDecide { get; private set; }

    /// <summary>The choices, each with what comes of it.</summary>
    public IReadOnlyList<Choice> Acts =>
        [.. Enum.GetValues<IncidentAct>().Where(act => act != IncidentAct.Cancel || Details.CanEnd)
            .Select(act => new Choice(act.ToString(), texts[$"Admin.Incidents.Act.{act}"], texts[$"Admin.Incidents.ActNote.{Of(act)}"]))];

    /// <summary>The outcomes of the activity.</summary>
    public IReadOnlyList<Choice> Outcomes => [.. Details.Outcomes.Select(one => new Choice(one.Outcome, one.Label.Here()))];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? Page();

    /// <summary>Does what was chosen.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var act = Enum.TryParse<IncidentAct>(Act, out var chosen) ? chosen : (IncidentAct)(-1);
        var done = await mediator.Send(new ResolveIncident(Id, act, string.IsNullOrEmpty(Outcome) ? null : Outcome, Reason.Text()), ct);
        if (done.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        this.Done(texts[done.Value.StoppedAgain ? "Admin.Incidents.StoppedAgain" : $"Admin.Incidents.Done.{Of(act)}", Details.Line.Number ?? Details.Line.DefinitionId]);
        return RedirectToPage("/Admin/Incidents");
    }

    // The end of a case beside the proposal's own is another thing than that of the proposal.
    private string Of(IncidentAct act) => act == IncidentAct.Cancel && !Details.EndsProposal ? "CancelBeside" : act.ToString();

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetIncident(Id), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Details = result.Value;
        CanDecide = Details.ResolvedAt is null && await access.CanAsync(new ResolveIncident(Id, default, null, ""), ct);
        return null;
    }
}
