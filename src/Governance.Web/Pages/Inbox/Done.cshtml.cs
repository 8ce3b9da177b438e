using Governance.Inbox;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Inbox;

/// <summary>My finished tasks, latest first.</summary>
public sealed class DoneModel(IMediator mediator) : PageModel
{
    /// <summary>Where the last page ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The tasks of this page.</summary>
    public DonePage List { get; private set; } = new([], null);

    /// <summary>Where a finished task is read: a vote with its ballot, everything else on its own page.</summary>
    public static string Href(DoneTask task) => task.Kind is TaskKind.Vote or TaskKind.Ballot && task.BallotId is { } ballot ? $"/ballots/{ballot}" : $"/inbox/{task.Id}";

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListDoneTasks(Cursor), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        List = result.Value;
        return Page();
    }
}
