namespace Governance.Bodies;

/// <summary>What an authority table looks at. A fact that is null is not known; a rule that needs it refuses to decide.</summary>
/// <param name="Total">Total cost in euro, earlier proposals of the project included (see <see cref="AuthorityAmount"/>).</param>
public sealed record AuthorityInput(Money Total)
{
    /// <summary>Code of the leading life area.</summary>
    public string? LifeArea { get; init; }

    /// <summary>Code of the main funding source.</summary>
    public string? FundingSource { get; init; }

    /// <summary>Own share of the city in euro.</summary>
    public Money? OwnShare { get; init; }

    /// <summary>Follow-up cost in euro per year.</summary>
    public Money? FollowUpPerYear { get; init; }

    /// <summary>Whether the cost stands in the budget.</summary>
    public bool? Budgeted { get; init; }
}
