using Governance.People;
using Governance.Processes;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Pages.Proposals;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Workflows;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>Running cases of one version, each with whether it can be moved to another, and the move of those that are chosen.</summary>
public sealed class WorkflowsMoveModel(IMediator mediator, Access access, TextCatalog texts) : PageModel
{
    private const int Lines = 50;

    /// <summary>The workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version that the cases run on.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    /// <summary>The version that they would run on.</summary>
    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    /// <summary>The chosen ones.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Cases { get; set; } = [];

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was read.</summary>
    public MovePreview Preview { get; private set; } = null!;

    /// <summary>Whether the actor may move them, and one of them can be moved.</summary>
    public bool CanMove { get; private set; }

    /// <summary>Where the next page begins, or null on the last.</summary>
    public long? Next => Preview.Cases.Count == Lines ? Preview.Cases[^1].Sequence : null;

    /// <summary>What stands in the way, in words.</summary>
    public string Sentence(MoveObstacle obstacle) => texts[$"Admin.Move.Problem.{obstacle.Problem}", obstacle.ActivityId, obstacle.ActivityType, obstacle.Detail ?? ""];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ?? Page();

    /// <summary>Moves the chosen ones.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var moved = await mediator.Send(new MoveCases(Id ?? "", From, To, Cases, Reason.Text()), ct);
        if (moved.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        this.Done(texts[moved.Value.Stayed > 0 ? "Admin.Move.DoneInPart" : "Admin.Move.Done", moved.Value.Moved, moved.Value.Stayed]);
        return Redirect($"/admin/workflows/{Id}?version={To}");
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new PreviewMove(Id ?? "", From, To, After, Lines), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Preview = result.Value;
        CanMove = Preview.Cases.Any(line => line.Obstacles.Count == 0) && await access.CanAsync(new MoveCases(Id ?? "", From, To, [], ""), ct);
        return null;
    }
}
