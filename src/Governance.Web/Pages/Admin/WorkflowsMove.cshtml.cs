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

    /// <summary>All that can be moved, instead of the chosen ones.</summary>
    [BindProperty]
    public bool All { get; set; }

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
        var (moved, stayed) = (0, 0);

        // In parts, so that nobody waits for all of them; what was moved stays moved if a later part is refused.
        foreach (var part in All ? await MovableAsync(ct) : [[.. Cases]])
        {
            var result = await mediator.Send(new MoveCases(Id ?? "", From, To, part, Reason.Text()), ct);
            if (result.Error is { } error)
            {
                Response.StatusCode = ErrorStatus.Of(error.Code);
                return this.Refused(error);
            }

            (moved, stayed) = (moved + result.Value.Moved, stayed + result.Value.Stayed);
        }

        this.Done(texts[stayed > 0 ? "Admin.Move.DoneInPart" : "Admin.Move.Done", moved, stayed]);
        return Redirect($"/admin/workflows/{Id}?version={To}");
    }

    private async Task<IReadOnlyList<Guid[]>> MovableAsync(CancellationToken ct)
    {
        var movable = new List<Guid>();
        IReadOnlyList<MovableCase> read;
        long? after = null;
        do
        {
            read = (await mediator.Send(new PreviewMove(Id ?? "", From, To, after, PreviewMove.MostCases), ct)).Value.Cases;
            movable.AddRange(read.Where(line => line.Obstacles.Count == 0).Select(line => line.InstanceId));
            after = read.Count == 0 ? null : read[^1].Sequence;
        }
        while (read.Count == PreviewMove.MostCases);
        return [.. movable.Chunk(PreviewMove.MostCases)];
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
