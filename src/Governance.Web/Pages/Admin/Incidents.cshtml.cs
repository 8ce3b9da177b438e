using Governance.Processes;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>Cases that an error has stopped.</summary>
public sealed class IncidentsModel(IMediator mediator) : PageModel
{
    private const int Lines = 50;

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];

    /// <summary>Where the next page begins, or null on the last.</summary>
    public long? Next => Incidents.Count == Lines ? Incidents[^1].Sequence : null;

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListIncidents(After, Lines), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Incidents = result.Value;
        return Page();
    }
}
