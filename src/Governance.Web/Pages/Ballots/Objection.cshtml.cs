using Governance.Ballots;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Ballots;

/// <summary>A member objects to the circular procedure, with a reason.</summary>
public sealed class ObjectionModel(IMediator mediator, TextCatalog texts) : BallotPage(mediator)
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Asks whether.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await ReadAsync(ct) ?? (Ballot.Mine is null ? StatusCode(StatusCodes.Status403Forbidden) : Ballot.Status == BallotStatus.Open && !InSession ? Page() : RedirectToPage("/Ballots/Show", new { Id }));

    /// <summary>Objects.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await Mediator.Send(new ObjectToCircular(Id, Reason ?? ""), ct);
        if (result.Error is { } error)
            return await RefuseAsync(error, ct);
        this.Done(texts["Ballots.Objection.Done"]);
        return RedirectToPage("/Ballots/Show", new { Id });
    }
}
