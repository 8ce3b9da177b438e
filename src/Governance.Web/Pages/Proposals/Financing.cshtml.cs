using Governance.Funding;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Proposals;

/// <summary>What a proposal costs, who pays, and what follows.</summary>
public sealed class FinancingModel(IMediator mediator, ProposalWords words, ContentLines lines) : ProposalPage(mediator, words)
{
    /// <inheritdoc />
    public override string Tab => "financing";

    /// <summary>The plan.</summary>
    public PlanGrid Grid { get; private set; } = new([], [], []);

    /// <summary>The finance block, without what was not filled in.</summary>
    public IReadOnlyList<ContentLine> Lines => [.. lines.Of(Proposal.Content).Where(line => line.Text.Length > 0 && ContentLines.IsFinance(line))];

    /// <summary>What the budget has for the plan; empty for whoever does not read the budget.</summary>
    public IReadOnlyList<CoverLine> BudgetCover { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        Grid = PlanGrid.Of(Proposal.Content, Berlin.Day(Proposal.CreatedAt).Year);
        Grid = Grid with
        {
            Kinds = [.. Grid.Kinds.Where(code => Grid.OfRow(PlanGrid.Cost, code) > 0)],
            Sources = [.. Grid.Sources.Where(code => Grid.OfRow(PlanGrid.Cover, code) > 0)],
        };
        if (await Mediator.Send(new GetCover(Proposal.Id), ct) is { IsSuccess: true } cover)
            BudgetCover = cover.Value;
        return Page();
    }
}
