namespace Governance.Deadlines;

/// <summary>The last day of a period of days, weeks, months or years (BGB §§ 187, 188), before anything moves it.</summary>
internal static class PeriodEnd
{
    internal static Result<DateOnly> Of(DateOnly from, Period period, PeriodStart start)
    {
        var months = period.Unit switch
        {
            PeriodUnit.Months => period.Count,
            PeriodUnit.Years => 12 * period.Count,
            _ => 0,
        };

        // Far beyond every calendar; checked here, so that dates below never overflow.
        if (from.Year + (months / 12) > PublicHolidays.LastYear + 1)
            return Error.Of("period.out-of-range", ("from", from), ("period", PeriodText.Of(period)));

        if (months > 0)
            return start == PeriodStart.Event ? from.AddMonths(months) : DayBefore(from, months);

        var days = period.Unit == PeriodUnit.Weeks ? 7 * period.Count : period.Count;
        return from.AddDays(start == PeriodStart.Event ? days : days - 1);
    }

    /// <summary>The day before the one with the first day's number (§ 188 (2)); if the month lacks it, the month's last day (§ 188 (3)).
    /// A period from 30 January over one month so ends on 28 or 29 February, not a day earlier.</summary>
    private static DateOnly DayBefore(DateOnly from, int months)
    {
        var firstOfMonth = new DateOnly(from.Year, from.Month, 1).AddMonths(months);
        return from.Day == 1
            ? firstOfMonth.AddDays(-1)
            : firstOfMonth.AddDays(Math.Min(from.Day - 1, DateTime.DaysInMonth(firstOfMonth.Year, firstOfMonth.Month)) - 1);
    }
}
