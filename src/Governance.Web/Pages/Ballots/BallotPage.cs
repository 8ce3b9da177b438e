using System.Globalization;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Texts;
using Governance.Web.Api;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Ballots;

/// <summary>What every page of a ballot has: the ballot, and how refusals are told.</summary>
public abstract class BallotPage(IMediator mediator) : PageModel
{
    /// <summary>The ballot's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The ballot as the reader may see it.</summary>
    public BallotDetails Ballot { get; private set; } = null!;

    /// <summary>The body's name.</summary>
    public string Body => Ballot.Body.In(CultureInfo.CurrentUICulture);

    /// <summary>Members that the quorum takes.</summary>
    public int QuorumNeeded => QuorumRule.Needed(Ballot.StatutoryMembers);

    /// <summary>True in bodies that vote in meetings.</summary>
    public bool InSession => Ballot.Procedure == VotingProcedure.InSession;

    /// <summary>The use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>An outcome as minutes word it.</summary>
    public static string OutcomeWord(string outcome) => new Term("outcome", outcome).Render(CultureInfo.CurrentUICulture);

    /// <summary>Reads the ballot; null when it may be shown.</summary>
    protected async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.SendOrMissAsync(new GetBallot(Id), new BallotExists(Id), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Ballot = result.Value;
        return null;
    }

    /// <summary>Reads the ballot for who conducts it; null when they may.</summary>
    protected async Task<IActionResult?> ReadToConductAsync(CancellationToken ct) =>
        await ReadAsync(ct) ?? (Ballot.CanConduct ? null : StatusCode(StatusCodes.Status403Forbidden));

    /// <summary>Shows the page again with the refusal and its status.</summary>
    /// <param name="error">Why it was refused.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="form">The bound property with the form's fields, or empty.</param>
    protected async Task<IActionResult> RefuseAsync(Error error, CancellationToken ct, string form = "")
    {
        error = await mediator.OrMissingAsync(error, new BallotExists(Id), ct);
        var refused = this.Refused(error, form);
        if (refused is not PageResult)
            return refused;
        if (await ReadAsync(ct) is { } other)
            return other;
        Response.StatusCode = ErrorStatus.Of(error.Code);
        return refused;
    }
}
