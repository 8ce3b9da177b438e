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

/// <summary>The workflows with the version on which new cases begin, and where a draft begins.</summary>
public sealed class WorkflowsModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The definitions.</summary>
    public IReadOnlyList<DefinitionLine> Definitions { get; private set; } = [];

    /// <summary>Whether the actor may save a draft.</summary>
    public bool CanSave { get; private set; }

    /// <summary>The text of a draft.</summary>
    [BindProperty]
    public IFormFile? Source { get; set; }

    /// <summary>What it is about.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? Page();

    /// <summary>Saves a draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var text = await Source.ReadTextAsync(ct);
        if (text.Error is { } unread)
            return this.Refused(unread);
        var saved = await mediator.Send(new SaveDefinitionDraft(text.Value, Note.Text(), Version: null), ct);
        if (saved.Error is { } error)
            return this.Refused(error);
        this.Done(texts["Admin.Draft.Saved"]);
        return Redirect($"/admin/workflows/{saved.Value}/draft");
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListDefinitions(), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Definitions = result.Value;
        CanSave = await access.CanAsync(new SaveDefinitionDraft("", "", null), ct);
        return null;
    }
}
