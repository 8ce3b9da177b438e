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
    public IReadOnlyList<TriedLine> Told =>
    [
        .. Run.Cases.Where(one => one.Verdict != ReplayVerdict.Same || one.Obstacles.Count > 0)
            .Select(one => new TriedLine(one, TriedWords.CodeOf(one.Verdict), $"{texts["Office.Workflows.VersionNumber", one.Version]}, {texts[one.IsRunning ? "Admin.Try.Running" : "Admin.Try.Ended"]}")),
    ];

    /// <summary>How many cases fared how.</summary>
    public IEnumerable<(string Verdict, int Cases)> Summary =>
        new ReplayVerdict?[] { ReplayVerdict.AnotherWay, ReplayVerdict.OtherDetails, ReplayVerdict.Same, null }
            .Select(verdict => (TriedWords.CodeOf(verdict), Run.Cases.Count(one => one.Verdict == verdict))).Where(row => row.Item2 > 0 || row.Item1 == nameof(ReplayVerdict.AnotherWay));

    /// <summary>Tries it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new TryDefinition(Id ?? "", Version, Before, Cases), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Run = result.Value;
        return Page();
    }
}
