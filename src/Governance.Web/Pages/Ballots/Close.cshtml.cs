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

    /// <summary>Asks whether.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadToConductAsync(ct) ?? Page();

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await ReadToConductAsync(ct) ?? Page();
        var result = await Mediator.Send(new CloseBallot(Id, Present), ct);
        if (result.Error is { } error)
            return await RefuseAsync(error, ct);
        this.Done(texts["Ballots.Close.Done"]);
        return RedirectToPage("/Ballots/Show", new { Id });
    }
}
