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
    public static string Href(DoneTask task) => task is { Kind: TaskKind.Vote or TaskKind.Ballot, BallotId: { } ballot } ? $"/ballots/{ballot}" : $"/inbox/{task.Id}";

    /// <summary>The word where no answer was chosen: the last part of a text's key.</summary>
    public static string DoneWord(DoneTask task) => task.Kind == TaskKind.Notice ? "Notice" : "Other";

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListDoneTasks(Cursor), ct);
        if (result.Error is { } error)
            return this.FromTheStart(error) ?? this.Refused(error);
        List = result.Value;
        return Page();
    }
}
