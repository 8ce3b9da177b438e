namespace Governance.Funding;

/// <summary>An amount to be posted on a budget line.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Amount">Euro, greater than zero.</param>
public readonly record struct LedgerPosting(LedgerEntryKind Kind, Money Amount)
{
    /// <summary>The accounts it moves.</summary>
    public LedgerSides Sides => LedgerSides.Of(Kind);
}
