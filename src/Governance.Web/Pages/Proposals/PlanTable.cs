namespace Governance.Web.Pages.Proposals;

/// <summary>One of the two grids of a plan, for its partial view.</summary>
/// <param name="Grid">The plan.</param>
/// <param name="Name"><see cref="PlanGrid.Cost"/> or <see cref="PlanGrid.Cover"/>.</param>
/// <param name="Words">Words for codes.</param>
public sealed record PlanTable(PlanGrid Grid, string Name, ProposalWords Words)
{
    /// <summary>The word of a row.</summary>
    public string Word(string code) => Name == PlanGrid.Cost ? Words.Cost(code) : Words.Source(code);
}
