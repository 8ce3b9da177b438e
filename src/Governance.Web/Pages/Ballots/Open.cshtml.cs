using Governance.Ballots;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Ballots;

/// <summary>Chair or clerk opens the ballot.</summary>
public sealed class OpenModel(IMediator mediator, TextCatalog texts) : BallotPage(mediator)
{
    /// <summary>Asks whether.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadToConductAsync(ct) ?? Page();

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await Mediator.Send(new OpenBallot(Id), ct);
        if (result.Error is { } error)
            return await RefuseAsync(error, ct);
        this.Done(texts["Ballots.Open.Done"]);
        return RedirectToPage("/Ballots/Show", new { Id });
    }
}
