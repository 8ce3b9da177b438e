using Governance.Ballots;
using Governance.Web.Texts;
using Governance.Web.Ui;
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

    /// <summary>True when it shall end although the body is not quorate.</summary>
    [BindProperty]
    public bool WithoutQuorum { get; set; }

    /// <summary>True once the program found the body not quorate: then the consequence is asked for.</summary>
    public bool AsksQuorum { get; private set; }

    /// <summary>Asks whether.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadToConductAsync(ct) ?? Page();

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await ReadToConductAsync(ct) ?? Page();
        var result = await Mediator.Send(new CloseBallot(Id, Present, ExpertCitizens, WithoutQuorum), ct);
        AsksQuorum = WithoutQuorum || result.Error is { Code: "ballot.close-not-quorate" };
        if (result.Error is { } error)
            return await RefuseAsync(error, ct);
        this.Done(texts["Ballots.Close.Done"]);
        return RedirectToPage("/Ballots/Show", new { Id });
    }
}
