using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>The last step before a draft is thrown away.</summary>
public sealed class DiscardModel(IMediator mediator, ProposalWords words, TextCatalog texts) : ProposalPage(mediator, words)
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await ReadAsync(ct) ?? (!Proposal.IsMine ? StatusCode(StatusCodes.Status403Forbidden) : IsDiscardable ? Page() : Redirect($"/proposals/{Id}"));

    /// <summary>Throws it away.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Pressed twice: it is gone already.
        if (await ReadAsync(ct) is { } refused)
            return refused is NotFoundResult ? Redirect("/proposals") : refused;
        var done = await Mediator.Send(new DiscardDraft(Id), ct);
        if (done.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        this.Done(texts["Proposals.Discarded", Name]);
        return Redirect("/proposals");
    }
}
