using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Governance.Workflows;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>A dry run: what a version, or the draft, would have made of the cases.</summary>
public sealed class WorkflowsTryModel(IMediator mediator, TextCatalog texts) : PageModel
{
    private const int Cases = 300;
    private const int LongestValue = 120;

    /// <summary>The workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version, or null for the draft.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>What came of it.</summary>
    public DryRun Run { get; private set; } = null!;

    /// <summary>Where it was started from.</summary>
    public string Back => Version is { } number ? $"/admin/workflows/{Id}?version={number}" : $"/admin/workflows/{Id}/draft";

    /// <summary>The cases of which something is to be told.</summary>
    public IReadOnlyList<TriedCase> Told => [.. Run.Cases.Where(one => one.Verdict != ReplayVerdict.Same || one.Obstacles.Count > 0)];

    /// <summary>How many cases fared how.</summary>
    public IEnumerable<(string Verdict, int Cases)> Summary =>
        new ReplayVerdict?[] { ReplayVerdict.AnotherWay, ReplayVerdict.OtherDetails, ReplayVerdict.Same, null }
            .Select(verdict => (verdict?.ToString() ?? "Unreadable", Run.Cases.Count(one => one.Verdict == verdict))).Where(row => row.Item2 > 0 || row.Item1 == nameof(ReplayVerdict.AnotherWay));

    /// <summary>Tries it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new TryDefinition(Id ?? "", Version, Before, Cases), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Run = result.Value;
        return Page();
    }

    /// <summary>What would differ, in words.</summary>
    public IEnumerable<string> Sentences(TriedCase line) => line.Verdict is null ? [texts["Admin.Try.UnreadableNote"]]
        : line.Differences.Select(difference => texts[
            $"Admin.Try.Change.{difference.What.Change}", difference.Activity.Here(), difference.What.Input ?? "", Value(difference.What, difference.What.Before), Value(difference.What, difference.What.After)]);

    /// <summary>Where a running case would stand, and whether it could be moved, in words.</summary>
    public IEnumerable<string> Standing(TriedCase line) =>
    [
        .. line.Closes.Select(at => texts["Admin.Try.Closes", at.Here()]),
        .. line.Opens.Select(at => texts["Admin.Try.Opens", at.Here()]),
        .. line.Closes.Count + line.Opens.Count == 0 && line.Verdict is not null ? new[] { texts["Admin.Try.Stays"] } : [],
        .. line.Deadlines.Select(deadline => texts["Admin.Try.Deadline", deadline.Activity.Here(), Dates.Short(Berlin.Day(deadline.Is)), Dates.Short(Berlin.Day(deadline.WouldBe))]),
        .. line.Obstacles.Select(obstacle => texts["Admin.Try.CannotMove", texts[$"Admin.Move.Problem.{obstacle.Problem}", obstacle.ActivityId, obstacle.ActivityType, obstacle.Detail ?? ""]]),
    ];

    private string Value(ReplayDifference difference, string? value) => value is null ? ""
        : difference.Change == ReplayChange.Status ? texts[$"Admin.Try.Status.{value}"]
        : value.Length <= LongestValue ? value : value[..LongestValue] + " …";
}
