using Governance.Texts;

namespace Governance.Bodies;

/// <summary>Finds what is wrong with an authority table before it can decide anything: <c>authority.empty-table</c>,
/// <c>authority.unknown-body</c>, <c>authority.unknown-life-area</c>, <c>authority.no-committee</c>, <c>authority.empty-range</c>,
/// <c>authority.overlap</c>, <c>authority.gap</c>, <c>authority.unreachable-rule</c>, <c>authority.too-complex</c>.</summary>
internal static class AuthorityTableCheck
{
    internal static IReadOnlyList<Error> Check(AuthorityTable table, IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> lifeAreas)
    {
        if (table.Rules.Count == 0)
            return [Error.Of("authority.empty-table", ("version", table.Version))];

        List<Error> errors = [.. Bodies(table, bodies), .. LifeAreas(table, lifeAreas), .. Ranges(table), .. Overlaps(table)];

        // Empty ranges would be told a second time as rules that no amount reaches.
        if (!errors.Exists(e => e.Code == "authority.empty-range"))
            errors.AddRange(AuthorityCoverage.Check(table, lifeAreas));
        return errors;
    }

    private static IEnumerable<Error> Bodies(AuthorityTable table, IReadOnlyCollection<string> bodies)
    {
        var known = bodies.ToHashSet(StringComparer.Ordinal);
        foreach (var (rule, number) in Numbered(table))
        {
            var named = rule.HeardBefore.Concat(rule.ReportTo.Select(r => r.Body)).Prepend(rule.DecidingBody);
            foreach (var body in named.Where(b => b != BodyCodes.CommitteeOfLifeArea && !known.Contains(b)).Distinct(StringComparer.Ordinal))
                yield return Error.Of("authority.unknown-body", ("rule", number), ("body", body));
        }

        foreach (var (lifeArea, body) in table.CommitteeOfLifeArea.Where(c => !known.Contains(c.Value)))
            yield return Error.Of("authority.unknown-committee", ("lifeArea", new Term("life-area", lifeArea)), ("body", body));
    }

    private static IEnumerable<Error> LifeAreas(AuthorityTable table, IReadOnlyCollection<string> lifeAreas)
    {
        var known = lifeAreas.ToHashSet(StringComparer.Ordinal);
        foreach (var (rule, number) in Numbered(table))
        {
            foreach (var lifeArea in rule.When.LifeAreas.Where(l => !known.Contains(l)))
                yield return Error.Of("authority.unknown-life-area", ("rule", number), ("lifeArea", lifeArea));
        }

        var usesPlaceholder = table.Rules.Any(r =>
            r.HeardBefore.Concat(r.ReportTo.Select(t => t.Body)).Append(r.DecidingBody).Contains(BodyCodes.CommitteeOfLifeArea, StringComparer.Ordinal));
        foreach (var lifeArea in lifeAreas.Where(l => usesPlaceholder && !table.CommitteeOfLifeArea.ContainsKey(l)))
            yield return Error.Of("authority.no-committee", ("lifeArea", new Term("life-area", lifeArea)), ("version", table.Version));
    }

    private static IEnumerable<Error> Ranges(AuthorityTable table) =>
        from pair in Numbered(table)
        let ranges = new[] { pair.Rule.When.Total, pair.Rule.When.OwnShare, pair.Rule.When.FollowUpPerYear }
        from range in ranges
        where range.IsEmpty
        select Error.Of("authority.empty-range", ("rule", pair.Number), ("above", range.Above), ("upTo", range.UpTo));

    /// <summary>Two rules that differ in nothing but their amounts must not both claim an amount: a limit was mistyped. A later rule
    /// without that limit ("everything else") is no overlap, because the first match decides.</summary>
    private static IEnumerable<Error> Overlaps(AuthorityTable table) =>
        from later in Numbered(table)
        from earlier in Numbered(table)
        where earlier.Number < later.Number && AuthorityCoverage.SameBesidesTotal(earlier.Rule.When, later.Rule.When)
        let reaches = earlier.Rule.When.Total
        let range = later.Rule.When.Total
        where (range.Above is { } above && reaches.Contains(new Money(above.Cents + 1))) || (range.UpTo is { } upTo && reaches.Contains(upTo))
        select Error.Of("authority.overlap", ("rule", later.Number), ("earlier", earlier.Number));

    private static IEnumerable<(AuthorityRule Rule, int Number)> Numbered(AuthorityTable table) =>
        table.Rules.Select((rule, index) => (rule, index + 1));
}
