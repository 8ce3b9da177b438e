using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>The last step before a proposal is withdrawn; it asks for the reason.</summary>
public sealed class WithdrawModel(IMediator mediator, ProposalWords words, TextCatalog texts) : ProposalPage(mediator, words)
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await ReadAsync(ct) ?? (!Proposal.IsMine ? StatusCode(StatusCodes.Status403Forbidden) : IsWithdrawable ? Page() : Redirect($"/proposals/{Id}"));

    /// <summary>Withdraws.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var done = await Mediator.Send(new WithdrawProposal(Id, Reason.Text()), ct);
        if (done.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        this.Done(texts["Proposals.Withdrawn", Name]);
        return Redirect($"/proposals/{Id}");
    }
}
