using Governance.Texts;

namespace Governance.Bodies;

/// <summary>Says why a body decides.</summary>
internal static class AuthorityExplanation
{
    internal static IReadOnlyList<Reason> Of(
        AuthorityTable table, int number, AuthorityRule rule, AuthorityInput input, string deciding, string[] heard, string[] reported)
    {
        List<Reason> reasons =
        [
            Reason.Of(
                RangeCode(rule.When.Total),
                ("body", Body(deciding)),
                ("total", input.Total),
                ("above", rule.When.Total.Above),
                ("upTo", rule.When.Total.UpTo),
                ("rule", number),
                ("version", table.Version),
                ("validFrom", table.ValidFrom)),
        ];
        reasons.AddRange(OtherConditions(rule.When, input));
        reasons.Add(heard.Length == 0 ? Reason.Of("authority.nobody-heard") : Reason.Of("authority.heard", ("bodies", Bodies(heard))));
        if (reported.Length > 0)
            reasons.Add(Reason.Of("authority.reported", ("bodies", Bodies(reported))));
        return reasons;
    }

    private static string RangeCode(AmountRange total) => total switch
    {
        { Above: null, UpTo: null } => "authority.any-amount",
        { Above: null } => "authority.up-to",
        { UpTo: null } => "authority.above",
        _ => "authority.between",
    };

    private static IEnumerable<Reason> OtherConditions(AuthorityConditions when, AuthorityInput input)
    {
        if (when.LifeAreas.Count > 0)
            yield return Reason.Of("authority.because-life-area", ("lifeArea", new Term("life-area", input.LifeArea!)));
        if (when.FundingSources.Count > 0)
            yield return Reason.Of("authority.because-funding-source", ("source", new Term("funding-source", input.FundingSource!)));
        if (!when.OwnShare.IsAny)
            yield return Reason.Of("authority.because-own-share", ("ownShare", input.OwnShare));
        if (!when.FollowUpPerYear.IsAny)
            yield return Reason.Of("authority.because-follow-up", ("followUp", input.FollowUpPerYear));
        if (when.Budgeted is { } budgeted)
            yield return budgeted ? Reason.Of("authority.because-budgeted") : Reason.Of("authority.because-unbudgeted");
    }

    private static Term Body(string code) => new("body", code);

    private static Term[] Bodies(string[] codes) => [.. codes.Select(Body)];
}
