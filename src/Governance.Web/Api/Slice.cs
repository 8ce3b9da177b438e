using Governance.Persistence;

namespace Governance.Web.Api;

/// <summary>A page of a list that is short enough to be read whole.</summary>
internal static class Slice
{
    private const int Usual = 50;

    /// <summary>The refusal of a cursor that no page gave.</summary>
    public static Refusal UnknownCursor { get; } = Wrong("cursor", Error.Of("input.unknown-cursor"));

    /// <summary>The rows after the cursor's, at most <paramref name="limit"/> (1 to 200; 50 when null), or the refusal.</summary>
    /// <param name="all">Every row, in the list's order.</param>
    /// <param name="key">What a row is known by; the cursor is the last row's.</param>
    /// <param name="cursor">As the page before gave it, or null.</param>
    /// <param name="limit">How many.</param>
    /// <param name="answer">From the rows and the next cursor.</param>
    public static IResult Of<TRow, TAnswer>(
        IReadOnlyList<TRow> all, Func<TRow, string> key, string? cursor, int? limit, Func<IReadOnlyList<TRow>, string?, TAnswer> answer)
    {
        if (limit is < 1 or > PageRules.Most)
            return Wrong("limit", Error.Of("input.not-between", ("value", limit), ("from", 1), ("to", PageRules.Most)));
        var after = string.IsNullOrEmpty(cursor) ? 0 : all.Select(key).ToList().IndexOf(cursor) + 1;
        if (after == 0 && !string.IsNullOrEmpty(cursor))
            return UnknownCursor;
        var rows = all.Skip(after).Take(limit ?? Usual).ToList();
        return TypedResults.Ok(answer(rows, after + rows.Count < all.Count ? key(rows[^1]) : null));
    }

    private static Refusal Wrong(string field, Error error) =>
        new(Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [field] = [error] } });
}
