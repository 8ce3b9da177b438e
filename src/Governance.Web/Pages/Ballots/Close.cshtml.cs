using Governance.Ballots;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Ballots;

/// <summary>Chair or clerk closes the ballot; the votes given in the program are counted.</summary>
public sealed class CloseModel(IMediator mediator, TextCatalog texts) : BallotPage(mediator)
{
    /// <summary>Voting members in the room, the recused included, when more were there than voted.</summary>
    [BindProperty]
    public int? Present { get; set; }

    /// <summary>Expert citizens among those taking part, when <see cref="Present"/> is given.</summary>
    [BindProperty]
    public int? ExpertCitizens { get; set; }

    /// <summary>What happened in the meeting when fewer take part than the quorum takes.</summary>
    [BindProperty]
    public QuorumLack? Lack { get; set; }

    /// <summary>The answers to that.</summary>
    public IReadOnlyList<Choice> Lacks => [.. Enum.GetValues<QuorumLack>().Select(lack => new Choice(lack.ToString(), texts[$"Ballots.Lack.{lack}"], texts[$"Ballots.LackNote.{lack}"]))];

    /// <summary>True once the program found the body not quorate: then the consequence is asked for.</summary>
    public bool AsksQuorum { get; private set; }

    /// <summary>Asks whether.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadToConductAsync(ct) ?? Page();

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        AsksQuorum = Lack is not null;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ReadToConductAsync(ct) ?? Page();
        }

        var result = await Mediator.Send(new CloseBallot(Id, Present, ExpertCitizens, Lack), ct);

        // A radio button cannot be taken back: once the body is quorate the question goes, and its answer with it.
        AsksQuorum = result.Error?.Code == "ballot.close-not-quorate" || (AsksQuorum && result.Error?.Code != "ballot.is-quorate");
        if (result.Error is { } error)
            return await RefuseAsync(error, ct);
        this.Done(texts["Ballots.Close.Done"]);
        return RedirectToPage("/Ballots/Show", new { Id });
    }
}
