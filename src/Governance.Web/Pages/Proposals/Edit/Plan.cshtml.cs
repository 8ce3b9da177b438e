using Governance.Proposals;
using Governance.Web.Ui.Fields;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>Step 5, Finanzierungsplan: cost by kind and year, cover by source and year. Sums are of what was saved or typed last.</summary>
public sealed class PlanStep(EditDesk desk) : EditStep(desk)
{
    /// <inheritdoc />
    public override int Number => EditSteps.Plan;

    /// <summary>Rows, years and amounts.</summary>
    public PlanGrid Grid { get; private set; } = new([], [], []);

    /// <summary>A row to add to the first grid.</summary>
    [BindProperty]
    public string? AddKind { get; set; }

    /// <summary>A row to add to the second.</summary>
    [BindProperty]
    public string? AddSource { get; set; }

    /// <summary>Kinds of cost that have no row yet.</summary>
    public IReadOnlyList<Choice> MoreKinds => [.. ProposalWords.CostKinds.Except(Grid.Kinds, StringComparer.Ordinal).Select(code => new Choice(code, Words.Cost(code)))];

    /// <summary>Sources that have no row yet.</summary>
    public IReadOnlyList<Choice> MoreSources => [.. ProposalWords.Sources.Except(Grid.Sources, StringComparer.Ordinal).Select(code => new Choice(code, Words.Source(code)))];

    /// <inheritdoc />
    protected override void Show(ProposalContent content) =>
        Grid = PlanGrid.Of(content, Berlin.Day(Desk.Clock.GetUtcNow().UtcDateTime).Year, PlanGrid.Named(name => Request.Query[name]));

    /// <inheritdoc />
    protected override ProposalContent Take(ProposalContent content)
    {
        Grid = PlanGrid.Read(Request.Form, ModelState, Desk.Texts, Desk.Errors);
        var taken = Grid.Into(content);

        // Also when a cell cannot be read: the typed text stays, and the new row or year stands beside it.
        if (Go == "year" && Grid.Years is [.., var last] && last < 2100)
            Grid = Grid with { Years = [.. Grid.Years, last + 1] };
        if (Go == "kind" && MoreKinds.Any(choice => choice.Value == AddKind))
            Grid = Grid with { Kinds = [.. Grid.Kinds, AddKind!] };
        if (Go == "source" && MoreSources.Any(choice => choice.Value == AddSource))
            Grid = Grid with { Sources = [.. Grid.Sources, AddSource!] };
        return taken;
    }

    /// <inheritdoc />
    protected override string Stay() => Grid.Query() + (Go == "source" ? "#plan-cover" : "#plan-cost");
}
