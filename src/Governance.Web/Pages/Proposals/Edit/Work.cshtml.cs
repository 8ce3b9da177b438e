using Governance.Proposals;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 3, Arbeitspakete und Zeitraum. Empty rows are not kept.</summary>
public sealed class WorkStep(EditDesk desk) : EditStep(desk)
{
    private const int Fewest = 2;
    private const int Most = 60;

    /// <inheritdoc />
    public override int Number => EditSteps.Work;

    /// <summary>How many rows the page shows at least.</summary>
    [BindProperty(SupportsGet = true)]
    public int Rows { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public WorkForm Form { get; set; } = new();

    /// <inheritdoc />
    protected override void Show(ProposalContent content)
    {
        Form = new()
        {
            Start = content.Start,
            End = content.End,
            WorkPackages = [.. content.WorkPackages.Select(package => new WorkRow { Name = package.Name, Result = package.Result, DoneBy = package.DoneBy })],
        };
        while (Form.WorkPackages.Count < Math.Clamp(Rows, Math.Max(Fewest, content.WorkPackages.Count), Math.Max(Most, content.WorkPackages.Count)))
            Form.WorkPackages.Add(new());
    }

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content) => content with
    {
        Start = Form.Start,
        End = Form.End,
        WorkPackages = [.. Form.WorkPackages.Where(row => row.IsFilled).Select(row => new WorkPackage(row.Name.Text(), row.Result.Text(), row.DoneBy))],
    };

    /// <inheritdoc />
    protected override string Stay() => $"?rows={Form.WorkPackages.Count + (Go == "row" ? 1 : 0)}#work-packages";
}

/// <summary>The fields of step 3; see <see cref="ProposalContent"/>.</summary>
public sealed class WorkForm
{
    /// <summary>Beginn.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>Ende.</summary>
    public DateOnly? End { get; set; }

    /// <summary>Arbeitspakete.</summary>
    public List<WorkRow> WorkPackages { get; set; } = [];
}

/// <summary>A work package as it is typed.</summary>
public sealed class WorkRow
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Ergebnis.</summary>
    public string? Result { get; set; }

    /// <summary>Fertig am.</summary>
    public DateOnly? DoneBy { get; set; }

    /// <summary>Whether anything was typed.</summary>
    public bool IsFilled => Name.Text().Length + Result.Text().Length > 0 || DoneBy is not null;
}
