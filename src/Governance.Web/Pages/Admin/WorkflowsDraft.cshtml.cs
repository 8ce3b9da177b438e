using Governance.People;
using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Pages.Proposals;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Process;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StationState = Governance.Web.Ui.Process.StationState;

namespace Governance.Web.Pages.Admin;

/// <summary>The draft of a workflow: what is wrong with it, its picture, and what can be done with it.</summary>
public sealed class WorkflowsDraftModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    /// <summary>The workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version of the draft that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The text that replaces it.</summary>
    [BindProperty]
    public IFormFile? Source { get; set; }

    /// <summary>What that is about.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What was read.</summary>
    public DraftDetails Draft { get; private set; } = null!;

    /// <summary>Whether the actor may change it.</summary>
    public bool CanChange { get; private set; }

    /// <summary>The picture.</summary>
    public ProcessPicture Picture => new(
        [.. Draft.Map.Stations.Select(station => new ProcessNode(station.ActivityId, station.Label.Here(), null, StationState.Possible, station.Column, station.Row))],
        [.. Draft.Map.Ways.Select(way => new ProcessEdge(way.From, way.To))]);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? Page();

    /// <summary>Replaces it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return this.OrGone(refused, texts);
        var text = await Source.ReadTextAsync(ct);
        if (text.Error is { } unread)
            return this.Refused(unread);
        var saved = await mediator.Send(new SaveDefinitionDraft(text.Value, Note.Text(), Version), ct);
        if (saved.Error is { } error)
            return this.OrGone(this.Refused(error), texts);
        this.Done(texts["Admin.Draft.Saved"]);
        return Redirect($"/admin/workflows/{saved.Value}/draft");
    }

    /// <summary>Discards it.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return this.OrGone(refused, texts);
        var discarded = await mediator.Send(new DiscardDefinitionDraft(Id, Version), ct);
        if (discarded.Error is { } error)
            return this.OrGone(this.Refused(error), texts);
        this.Done(texts["Admin.Draft.Discarded"]);
        return Redirect("/admin/workflows");
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetDefinitionDraft(Id ?? ""), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Draft = result.Value;
        CanChange = await access.CanAsync(new SaveDefinitionDraft("", "", null), ct);
        return null;
    }
}
