using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>The record of a move of running cases: the list of the dry run, as it was then.</summary>
public sealed class WorkflowsMovedModel(IMediator mediator, TextCatalog texts) : PageModel
{
    /// <summary>The workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The move.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Move { get; set; }

    /// <summary>What was read.</summary>
    public MoveDetails Details { get; private set; } = null!;

    /// <summary>All cases: those that were not moved first, then those that would have gone elsewhere.</summary>
    public IReadOnlyList<TriedLine> Lines =>
    [
        .. Details.Record.Cases.OrderByDescending(one => one.Result).ThenByDescending(one => one.Tried.Verdict).ThenBy(one => one.Tried.Number, StringComparer.Ordinal)
            .Select(one => new TriedLine(one.Tried, one.HasMovedOn ? TriedWords.MovedOn : TriedWords.CodeOf(one.Tried.Verdict), texts[$"Admin.Moved.Result.{one.Result}"])),
    ];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new GetMove(Id ?? "", Move), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Details = result.Value;
        return Page();
    }
}
