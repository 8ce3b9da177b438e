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

/// <summary>The last step before new cases begin on a draft.</summary>
public sealed class WorkflowsPublishModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version of the draft that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What was read.</summary>
    public DraftDetails Draft { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        (Version, Note) = (Draft.Version, Draft.Note);
        return Page();
    }

    /// <summary>Publishes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return this.OrGone(refused, texts);
        var published = await mediator.Send(new PublishDefinitionDraft(Id, Version, Note.Text()), ct);
        if (published.Error is { } error)
            return this.OrGone(this.Refused(error), texts);
        this.Done(texts["Admin.Draft.Published", published.Value]);
        return Redirect($"/admin/workflows/{Id}");
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetDefinitionDraft(Id ?? ""), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Draft = result.Value;
        return await access.CanAsync(new PublishDefinitionDraft(Id ?? "", 0, ""), ct) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
