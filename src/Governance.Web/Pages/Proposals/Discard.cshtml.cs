using Governance.Proposals;
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

    /// <summary>Throws it away. Pressed twice, it is gone already, and that is told the same way.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var gone = await ReadAsync(ct);
        var done = await Mediator.Send(new DiscardDraft(Id), ct);
        if (done.Error is { } error)
            return gone ?? this.Refused(error);
        this.Done(gone is null ? texts["Proposals.Discarded", Name] : texts["Proposals.Discarded.Before"]);
        return Redirect("/proposals");
    }
}
