using System.Globalization;
using Governance.Processes;
using Governance.Texts;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Pages.Inbox;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Begins a case of another workflow about the proposal, with what the workflow asks for.</summary>
public sealed class BeginModel(IMediator mediator, ProposalWords words, TextCatalog texts) : ProposalPage(mediator, words)
{
    /// <summary>Which workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Workflow { get; set; } = "";

    /// <summary>The id that the case will have: the form that is sent twice begins one.</summary>
    [BindProperty]
    public Guid? CaseId { get; set; }

    /// <summary>What is asked for.</summary>
    public Beginning Beginning { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        CaseId = Guid.CreateVersion7();
        return await ReadAllAsync(ct) ?? Page();
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // The second click, after which the workflow may not be there to begin any more.
        if (CaseId is { } wished && await Mediator.Send(new ListOtherCases(Id), ct) is { IsSuccess: true } others && others.Value.FirstOrDefault(one => one.Id == wished) is { } there)
            return Begun(there.Title);
        if (await ReadAllAsync(ct) is { } refused)
            return refused;
        var data = TaskFields.Read(Request.Form, Beginning.Form.Fields, ModelState, texts);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var begun = await Mediator.Send(new BeginCase(Id, Workflow, data, CaseId), ct);
        if (begun.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        return Begun(Beginning.Title);
    }

    private RedirectResult Begun(LocalText title)
    {
        this.Done(texts["Proposals.Begun", title.In(CultureInfo.CurrentUICulture)]);
        return Redirect($"/proposals/{Id}/route#others");
    }

    // What cannot be begun here and now, or not by the reader, has no page.
    private async Task<IActionResult?> ReadAllAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var found = await Mediator.Send(new ListBeginnings(Id), ct);
        if (found.Error is { } error)
            return this.Refused(error);
        if (found.Value.FirstOrDefault(one => one.DefinitionId == Workflow) is not { } beginning)
            return this.Refused(Error.Of("process.not-found"));
        Beginning = beginning;
        return null;
    }
}
