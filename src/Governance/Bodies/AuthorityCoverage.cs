using Governance.Texts;

namespace Governance.Bodies;

/// <summary>Tries one proposal of every kind that a table can tell apart: just at and just above each limit, each life area and
/// funding source named and one not named, budgeted and not. So gaps and rules that never match are found and not sampled.</summary>
internal static class AuthorityCoverage
{
    private const int MaximumCases = 500_000;

    private static readonly bool[] EitherWay = [true, false];

    internal static IEnumerable<Error> Check(AuthorityTable table, IReadOnlyCollection<string> lifeAreas)
    {
        var totals = Amounts(table, when => when.Total);
        var others = Others(table, lifeAreas);
        if ((long)totals.Count * others.Count > MaximumCases)
            return [Error.Of("authority.too-complex", ("cases", (long)totals.Count * others.Count), ("maximum", MaximumCases))];

        var reached = new bool[table.Rules.Count];
        var gaps = new SortedDictionary<Money, AuthorityInput>();
        foreach (var total in totals)
        {
            foreach (var input in others.Select(other => other with { Total = total }))
            {
                var match = FirstMatch(table, input);
                if (match < 0)
                    gaps.TryAdd(total, input);
                else
                    reached[match] = true;
            }
        }

        return [.. Gaps(totals, gaps), .. Unreachable(reached)];
    }

    internal static bool SameBesidesTotal(AuthorityConditions left, AuthorityConditions right) =>
        left.LifeAreas.ToHashSet(StringComparer.Ordinal).SetEquals(right.LifeAreas)
        && left.FundingSources.ToHashSet(StringComparer.Ordinal).SetEquals(right.FundingSources)
        && left.OwnShare == right.OwnShare
        && left.FollowUpPerYear == right.FollowUpPerYear
        && left.Budgeted == right.Budgeted;

    private static int FirstMatch(AuthorityTable table, AuthorityInput input)
    {
        for (var i = 0; i < table.Rules.Count; i++)
        {
            if (AuthorityMatch.Matches(table.Rules[i].When, input))
                return i;
        }

        return -1;
    }

    /// <summary>Neighbouring amounts without a rule are told as one gap.</summary>
    private static IEnumerable<Error> Gaps(List<Money> totals, SortedDictionary<Money, AuthorityInput> gaps)
    {
        for (var i = 0; i < totals.Count; i++)
        {
            if (!gaps.TryGetValue(totals[i], out var example) || (i > 0 && gaps.ContainsKey(totals[i - 1])))
                continue;

            yield return example.LifeArea is null
                ? Error.Of("authority.gap", ("total", example.Total))
                : Error.Of("authority.gap-life-area", ("total", example.Total), ("lifeArea", new Term("life-area", example.LifeArea)));
        }
    }

    private static IEnumerable<Error> Unreachable(bool[] reached) =>
        reached.Select((isReached, index) => (isReached, index))
            .Where(r => !r.isReached)
            .Select(r => Error.Of("authority.unreachable-rule", ("rule", r.index + 1)));

    private static List<AuthorityInput> Others(AuthorityTable table, IReadOnlyCollection<string> lifeAreas)
    {
        string?[] areas = table.Rules.Any(r => r.When.LifeAreas.Count > 0) ? [.. lifeAreas] : [null];
        string[] sources = [.. table.Rules.SelectMany(r => r.When.FundingSources).Distinct(StringComparer.Ordinal), "\0any other"];
        return
        [
            .. from area in areas
               from source in sources
               from ownShare in Amounts(table, when => when.OwnShare)
               from followUp in Amounts(table, when => when.FollowUpPerYear)
               from budgeted in EitherWay
               select new AuthorityInput(Money.Zero)
               {
                   LifeArea = area,
                   FundingSource = source,
                   OwnShare = ownShare,
                   FollowUpPerYear = followUp,
                   Budgeted = budgeted,
               },
        ];
    }

    private static List<Money> Amounts(AuthorityTable table, Func<AuthorityConditions, AmountRange> range)
    {
        var limits = table.Rules
            .Select(rule => range(rule.When))
            .SelectMany(r => new[] { r.Above, r.UpTo })
            .OfType<Money>()
            .SelectMany(limit => new[] { limit, new Money(limit.Cents + 1) })
            .Where(amount => !amount.IsNegative);
        return [.. limits.Append(Money.Zero).Distinct().Order()];
    }
}
