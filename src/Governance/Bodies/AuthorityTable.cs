using Governance.Texts;

namespace Governance.Bodies;

/// <summary>An ordered table of rules on who decides (Zuständigkeitsordnung); the first rule that matches decides.</summary>
public sealed record AuthorityTable
{
    /// <summary>Counted from 1; a proposal keeps the version that was in force when it was submitted.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it applies.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The rules in their order.</summary>
    public required IReadOnlyList<AuthorityRule> Rules { get; init; }

    /// <summary>Life area → code of its Fachausschuss; stands in for <see cref="BodyCodes.CommitteeOfLifeArea"/>.</summary>
    public required IReadOnlyDictionary<string, string> CommitteeOfLifeArea { get; init; }

    /// <summary>The table in force on a day, or <c>authority.no-table</c>. Of two that start on one day the higher version wins.</summary>
    public static Result<AuthorityTable> InForce(IEnumerable<AuthorityTable> tables, DateOnly day)
    {
        var table = tables.Where(t => t.ValidFrom <= day).OrderBy(t => t.ValidFrom).ThenBy(t => t.Version).LastOrDefault();
        return table is null ? Error.Of("authority.no-table", ("day", day)) : table;
    }

    /// <summary>Who decides, or <c>authority.negative-amount</c>, <c>authority.no-rule</c>, <c>authority.fact-missing</c>,
    /// <c>authority.life-area-missing</c>, <c>authority.no-committee</c>. There is no default.</summary>
    /// <param name="input">The facts of the proposal.</param>
    /// <param name="keepPlaceholder">True for previews before the life area is known: the decision then names the placeholder
    /// <see cref="BodyCodes.CommitteeOfLifeArea"/> where a Fachausschuss would stand.</param>
    public Result<AuthorityDecision> Decide(AuthorityInput input, bool keepPlaceholder = false)
    {
        if (input.Total.IsNegative)
            return Error.Of("authority.negative-amount", ("total", input.Total));

        for (var i = 0; i < Rules.Count; i++)
        {
            if (AuthorityMatch.MissingFact(Rules[i].When, input) is { } fact)
                return Error.Of("authority.fact-missing", ("rule", i + 1), ("fact", new Term("authority-fact", fact)), ("version", Version));
            if (AuthorityMatch.Matches(Rules[i].When, input))
                return Outcome(i + 1, Rules[i], input, keepPlaceholder);
        }

        return Error.Of("authority.no-rule", ("total", input.Total), ("version", Version));
    }

    /// <summary>Everything that is wrong with the table; empty when it is sound. See <see cref="AuthorityTableCheck"/>.</summary>
    public IReadOnlyList<Error> Validate(IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> lifeAreas) =>
        AuthorityTableCheck.Check(this, bodies, lifeAreas);

    private Result<AuthorityDecision> Outcome(int number, AuthorityRule rule, AuthorityInput input, bool keepPlaceholder)
    {
        string[] heard = [.. rule.HeardBefore];
        string[] reported = [.. rule.ReportTo.Where(r => r.From is not { } from || input.Total >= from).Select(r => r.Body)];
        var deciding = rule.DecidingBody;

        var needsCommittee = heard.Concat(reported).Append(deciding).Contains(BodyCodes.CommitteeOfLifeArea, StringComparer.Ordinal);
        if (needsCommittee && !(keepPlaceholder && input.LifeArea is null))
        {
            if (input.LifeArea is null)
                return Error.Of("authority.life-area-missing", ("rule", number), ("version", Version));
            if (!CommitteeOfLifeArea.TryGetValue(input.LifeArea, out var committee))
                return Error.Of("authority.no-committee", ("lifeArea", new Term("life-area", input.LifeArea)), ("version", Version));

            deciding = Replace(deciding, committee);
            heard = [.. heard.Select(body => Replace(body, committee))];
            reported = [.. reported.Select(body => Replace(body, committee))];
        }

        var reasons = AuthorityExplanation.Of(this, number, rule, input, deciding, heard, reported);
        return new AuthorityDecision(deciding, heard, reported, number, Version, input, reasons);
    }

    private static string Replace(string body, string committee) => body == BodyCodes.CommitteeOfLifeArea ? committee : body;
}
