using Governance.Ballots;
using Governance.Objections;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Pages.Inbox;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Ballots;

/// <summary>A ballot: the motion and its facts, my vote or my conflict of interest, and the result once there is one.</summary>
public sealed class ShowModel(IMediator mediator, TextCatalog texts, TimeProvider clock) : BallotPage(mediator)
{
    /// <summary><c>yes</c>, <c>no</c> or <c>abstain</c>.</summary>
    [BindProperty(Name = "vote")]
    public string? Vote { get; set; }

    /// <summary><c>yes</c> from who has a conflict of interest.</summary>
    [BindProperty(Name = "recused")]
    public string? Recused { get; set; }

    /// <summary>Why.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>True once the vote was confirmed.</summary>
    [BindProperty(Name = "confirmed")]
    public bool Confirmed { get; set; }

    /// <summary>What stands in the proposal.</summary>
    public ProposalFacts Facts { get; private set; } = null!;

    /// <summary>True for a circular ballot whose deadline has passed, until it is closed.</summary>
    public bool Expired => !InSession && Ballot.Status == BallotStatus.Open && clock.GetUtcNow().UtcDateTime >= Ballot.DeadlineAt;

    /// <summary>True for a member who has neither voted nor declared a conflict of interest.</summary>
    public bool IsUndecided => Ballot is { Mine: { VotedAt: null, RecusalReason: null }, Status: not BallotStatus.Closed } && !Expired;

    /// <summary>True for a member who can vote now.</summary>
    public bool CanVote => IsUndecided && Ballot.Status == BallotStatus.Open;

    /// <summary>True for a member while a circular ballot runs, also after voting.</summary>
    public bool CanObject => Ballot is { Mine: { RecusalReason: null }, Status: BallotStatus.Open } && !InSession && !Expired;

    /// <summary>The last part of the state's key.</summary>
    public string State => Expired ? "Expired" : Ballot.Status.ToString();

    /// <summary>Members who may vote: those who declared a conflict of interest do not.</summary>
    public int Voters => Ballot.Members - Ballot.Recused;

    /// <summary>Members who take part: who voted; once closed, as it was established.</summary>
    public int TakingPart => Ballot.Result?.Present ?? Ballot.Voted;

    /// <summary>The reasons of the outcome in sentences.</summary>
    public IReadOnlyList<string> OutcomeReasons => Words.Sentences(Ballot.Result?.Reason);

    /// <summary>The votes by political group.</summary>
    public IEnumerable<IGrouping<string, NamedVote>> Groups => Ballot.Votes.GroupBy(vote => vote.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.CurrentCulture);

    /// <summary>True when the granted sum differs from what was asked for.</summary>
    public bool IsSumChanged => Ballot.Result?.GrantedCents is { } granted && granted != Ballot.Content.TotalCost.Cents;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? await ShowAsync(ct);

    /// <summary>Takes the vote, or the conflict of interest, whichever was declared.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Recused == "yes" ? await RecuseAsync(ct) : await VoteAsync(ct);

    private async Task<IActionResult> VoteAsync(CancellationToken ct)
    {
        var choice = VoteWords.Read(Vote);
        if (choice is null)
            ModelState.AddModelError("vote", texts["Ballots.ChoiceMissing"]);
        else if (!Confirmed)
            ModelState.AddModelError("confirmed", texts["Ballots.ConfirmationMissing"]);
        if (!ModelState.IsValid)
            return await ReadAsync(ct) ?? await ShowAsync(ct);
        return await FinishAsync(await Mediator.Send(new CastVote(Id, choice!.Value), ct), texts["Ballots.Voted", texts[$"Ballots.Choice.{choice}"]], ct);
    }

    private async Task<IActionResult> RecuseAsync(CancellationToken ct) =>
        await FinishAsync(await Mediator.Send(new DeclareRecusal(Id, Reason ?? ""), ct), texts["Ballots.RecusalDone"], ct);

    private async Task<IActionResult> FinishAsync(Result<Done> result, string sentence, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            var refused = await RefuseAsync(error, ct);
            return Ballot is null ? refused : await ShowAsync(ct);
        }

        this.Done(sentence);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var proposal = await Mediator.Send(new GetProposal(Ballot.ProposalId), ct);
        Facts = new(Ballot.ProposalId, Ballot.Content, RouteReason: null, Ballot.Earlier, Ballot.Resolutions, proposal.IsSuccess ? proposal.Value.Attachments : [])
        {
            // Whoever decides anew is to know why.
            Objections = await Mediator.Send(new GetObjections(Ballot.ProposalId), ct) is { IsSuccess: true } objections ? objections.Value.Raised : [],
        };
        return Page();
    }
}
