namespace Governance.Bodies;

/// <summary>What a proposal must be like for a rule to match. Whatever is left open matches everything.</summary>
public sealed record AuthorityConditions
{
    /// <summary>Total cost in euro, earlier proposals of the project included.</summary>
    public AmountRange Total { get; init; } = AmountRange.Any;

    /// <summary>Leading life areas; empty: any.</summary>
    public IReadOnlyList<string> LifeAreas { get; init; } = [];

    /// <summary>Funding sources; empty: any.</summary>
    public IReadOnlyList<string> FundingSources { get; init; } = [];

    /// <summary>Own share of the city in euro (Eigenanteil).</summary>
    public AmountRange OwnShare { get; init; } = AmountRange.Any;

    /// <summary>Follow-up cost in euro per year.</summary>
    public AmountRange FollowUpPerYear { get; init; } = AmountRange.Any;

    /// <summary>Whether the cost stands in the budget; null: either.</summary>
    public bool? Budgeted { get; init; }
}

/// <summary>A body that is told of a decision.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="From">Smallest total that is reported (inclusive, "ab"); null: every one.</param>
public sealed record ReportTo(string Body, Money? From = null);

/// <summary>One line of an authority table. Its number is its place in the table, counted from 1.</summary>
public sealed record AuthorityRule
{
    /// <summary>When it matches.</summary>
    public AuthorityConditions When { get; init; } = new();

    /// <summary>Code of the body that decides.</summary>
    public required string DecidingBody { get; init; }

    /// <summary>Codes of the bodies heard before, in their order.</summary>
    public IReadOnlyList<string> HeardBefore { get; init; } = [];

    /// <summary>Bodies that the decision is reported to.</summary>
    public IReadOnlyList<ReportTo> ReportTo { get; init; } = [];
}
