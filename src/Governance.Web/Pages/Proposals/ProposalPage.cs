using Governance.Processes;
using Governance.Proposals;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Route = Governance.Processes.Route;

namespace Governance.Web.Pages.Proposals;

/// <summary>A page about one proposal: its head and tabs are the same on all of them.</summary>
public abstract class ProposalPage(IMediator mediator, ProposalWords words) : PageModel
{
    /// <summary>Which.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The proposal.</summary>
    public ProposalDetails Proposal { get; private set; } = null!;

    /// <summary>Name of the tab: overview, route, financing, history, documents.</summary>
    public virtual string Tab => "";

    /// <summary>Words for codes.</summary>
    public ProposalWords Words => words;

    /// <summary>Number, or a word for a draft.</summary>
    public string Name => Proposal.Number ?? words.Title(Proposal.Content.Title);

    /// <summary>Whether the actor may throw it away: a draft that was never submitted.</summary>
    public bool IsDiscardable => Proposal is { IsMine: true, Stage: ProposalStage.Draft, SubmittedAt: null };

    /// <summary>Whether the actor may withdraw it.</summary>
    public bool IsWithdrawable => Proposal is { IsMine: true, Stage: (>= ProposalStage.Submitted and <= ProposalStage.Referred) or ProposalStage.Returned };

    /// <summary>What the city itself pays, in cents.</summary>
    public long CityCents => Proposal.Content.Cover.Where(item => item.Source == "city").Sum(item => item.Cents);

    /// <summary>Use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>Reads the proposal, or says why not.</summary>
    protected async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var found = await mediator.Send(new GetProposal(Id), ct);
        if (found.Error is { } error)
            return this.Refused(error);
        Proposal = found.Value;
        return null;
    }

    /// <summary>The way of the case, or null before it begins.</summary>
    protected async Task<Route?> ReadRouteAsync(CancellationToken ct) => (await mediator.Send(new GetRoute(Id), ct)) is { IsSuccess: true } found ? found.Value : null;
}
