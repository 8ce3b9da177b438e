using Governance.Texts;

namespace Governance.Deadlines;

/// <summary>Words for a period, as a fact of a reason.</summary>
internal static class PeriodText
{
    internal static Reason Of(Period period) => new(
        period.Unit switch
        {
            PeriodUnit.Days => "period.days",
            PeriodUnit.Weeks => "period.weeks",
            PeriodUnit.Months => "period.months",
            PeriodUnit.Years => "period.years",
            _ => "period.working-days",
        },
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["count"] = period.Count });
}
