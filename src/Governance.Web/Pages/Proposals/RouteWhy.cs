using System.Globalization;
using Governance.Texts;

namespace Governance.Web.Pages.Proposals;

/// <summary>Why a proposal takes its way, from the stored reasons: the sentence, what was looked at, and the rule.</summary>
/// <param name="Sentence">Who decides and why.</param>
/// <param name="Total">The amount that was looked at, or null.</param>
/// <param name="TotalNote">How it came about.</param>
/// <param name="Others">Further conditions and consequences, as sentences.</param>
/// <param name="Rule">Number of the rule, version, and since when; or null.</param>
public sealed record RouteWhy(string Sentence, Money? Total, string? TotalNote, IReadOnlyList<string> Others, (long Number, long Version, DateOnly From)? Rule)
{
    /// <summary>From the stored reasons; null before the case was routed.</summary>
    public static RouteWhy? Of(string? stored)
    {
        var reasons = ReasonJson.ReadAll(stored);
        if (reasons.Count == 0)
            return null;
        var (first, rest) = (reasons[0], reasons.Skip(1).ToList());
        var culture = CultureInfo.CurrentUICulture;
        var amount = rest.FirstOrDefault(reason => reason.Code.StartsWith("authority-amount.", StringComparison.Ordinal));
        return new(
            first.Render(culture), first.Facts.GetValueOrDefault("total") as Money?, amount?.Render(culture),
            [.. rest.Where(reason => reason != amount).Select(reason => reason.Render(culture))],
            first.Facts.GetValueOrDefault("rule") is { } rule && first.Facts.GetValueOrDefault("version") is { } version && first.Facts.GetValueOrDefault("validFrom") is DateOnly from
                ? (Convert.ToInt64(rule, CultureInfo.InvariantCulture), Convert.ToInt64(version, CultureInfo.InvariantCulture), from) : null);
    }
}
