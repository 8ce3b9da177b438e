namespace Governance.Bodies;

/// <summary>A range of amounts in euro cents: more than <see cref="Above"/>, at most <see cref="UpTo"/>, so that neighbouring
/// ranges meet without a gap or an overlap.</summary>
/// <param name="Above">Exclusive lower limit; null: none.</param>
/// <param name="UpTo">Inclusive upper limit; null: none.</param>
public sealed record AmountRange(Money? Above, Money? UpTo)
{
    /// <summary>Every amount.</summary>
    public static AmountRange Any { get; } = new(Above: null, UpTo: null);

    /// <summary>True when no amount lies in the range.</summary>
    public bool IsEmpty => Above is { } above && UpTo is { } upTo && above >= upTo;

    /// <summary>True when every amount lies in the range.</summary>
    public bool IsAny => Above is null && UpTo is null;

    /// <summary>Whether the amount lies in the range.</summary>
    public bool Contains(Money amount) => (Above is not { } above || amount > above) && (UpTo is not { } upTo || amount <= upTo);
}
