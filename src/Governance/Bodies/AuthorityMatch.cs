namespace Governance.Bodies;

/// <summary>Whether a rule's conditions hold for a proposal.</summary>
internal static class AuthorityMatch
{
    internal static bool Matches(AuthorityConditions when, AuthorityInput input) =>
        when.Total.Contains(input.Total)
        && Lists(when.LifeAreas, input.LifeArea)
        && Lists(when.FundingSources, input.FundingSource)
        && Contains(when.OwnShare, input.OwnShare)
        && Contains(when.FollowUpPerYear, input.FollowUpPerYear)
        && (when.Budgeted is null || when.Budgeted == input.Budgeted);

    /// <summary>The fact that would settle whether the rule matches and is not known; null when the known facts settle it.</summary>
    internal static string? MissingFact(AuthorityConditions when, AuthorityInput input)
    {
        var knownFactsHold = when.Total.Contains(input.Total)
            && (input.LifeArea is null || Lists(when.LifeAreas, input.LifeArea))
            && (input.FundingSource is null || Lists(when.FundingSources, input.FundingSource))
            && (input.OwnShare is null || Contains(when.OwnShare, input.OwnShare))
            && (input.FollowUpPerYear is null || Contains(when.FollowUpPerYear, input.FollowUpPerYear))
            && (when.Budgeted is null || input.Budgeted is null || when.Budgeted == input.Budgeted);
        if (!knownFactsHold)
            return null;

        if (when.LifeAreas.Count > 0 && input.LifeArea is null)
            return "life-area";
        if (when.FundingSources.Count > 0 && input.FundingSource is null)
            return "funding-source";
        if (!when.OwnShare.IsAny && input.OwnShare is null)
            return "own-share";
        if (!when.FollowUpPerYear.IsAny && input.FollowUpPerYear is null)
            return "follow-up";
        return when.Budgeted is not null && input.Budgeted is null ? "budgeted" : null;
    }

    private static bool Lists(IReadOnlyList<string> codes, string? code) =>
        codes.Count == 0 || (code is not null && codes.Contains(code, StringComparer.Ordinal));

    private static bool Contains(AmountRange range, Money? amount) =>
        range.IsAny || (amount is { } known && range.Contains(known));
}
