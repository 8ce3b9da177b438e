using Governance.People;
using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Pages.Proposals;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>Takes a version out of use for new cases, or back into it.</summary>
public sealed class WorkflowsRetireModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version.</summary>
    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    /// <summary>How it stood when the page was opened: a stale page must not do the opposite.</summary>
    [BindProperty]
    public bool Retired { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was read.</summary>
    public DefinitionDetails Details { get; private set; } = null!;

    /// <summary>How it stands.</summary>
    public bool IsRetired => Details.Versions.First(version => version.Number == Version).RetiredAt is not null;

    /// <summary>On which version new cases would begin after retiring it, or null when on none.</summary>
    public int? Next => Details.Versions.FirstOrDefault(version => version.RetiredAt is null && version.Number != Version)?.Number;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? Page();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var done = await mediator.Send(new RetireDefinition(Id, Version, !Retired, Reason.Text()), ct);
        if (done.Error is { } error)
            return this.Refused(error);
        this.Done(done.Value.BeginsOn is { } number ? texts["Admin.Retire.Done", number] : texts["Admin.Retire.DoneNone"]);
        return Redirect($"/admin/workflows/{Id}?version={Version}");
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetDefinition(Id ?? "", Version), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Details = result.Value;
        return await access.CanAsync(new RetireDefinition(Id ?? "", Version, Retired: true, ""), ct) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
