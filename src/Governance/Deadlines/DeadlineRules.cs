using Governance.Texts;

namespace Governance.Deadlines;

/// <summary>Ends of periods that run forward (BGB §§ 187-193, VwVfG § 31).</summary>
public static class DeadlineRules
{
    private const int PostedNoticeDays = 4;

    /// <summary>The last day of a period that starts with <paramref name="from"/>, or <c>calendar.no-data</c>, <c>period.out-of-range</c>.</summary>
    public static Result<Deadline> DueDate(
        DateOnly from, Period period, CityCalendar calendar, DeadlineKind kind, PeriodStart start = PeriodStart.Event)
    {
        var dayKind = kind == DeadlineKind.Internal ? DayKind.Internal : DayKind.Legal;
        if (period.Unit == PeriodUnit.WorkingDays)
        {
            var known = PublicHolidays.On(calendar.State, from);
            if (!known.IsSuccess)
                return known.Error!;

            // A first day that counts is counted when it is a working day: count from the day before.
            var origin = start == PeriodStart.Event ? from : from.AddDays(-1);
            return WorkingDays.After(origin, period.Count, calendar, dayKind);
        }

        var end = PeriodEnd.Of(from, period, start);
        if (!end.IsSuccess)
            return end.Error!;

        var counted = Reason.Of(
            start == PeriodStart.Event ? "deadline.counted" : "deadline.counted-with-day",
            ("from", from),
            ("period", PeriodText.Of(period)),
            ("end", end.Value));
        return kind == DeadlineKind.Fixed
            ? new Deadline(end.Value, [counted, Reason.Of("deadline.fixed")])
            : NextWorkingDay(end.Value, calendar, dayKind, counted);
    }

    /// <summary>The day on which a posted notice counts as received: the fourth after posting (VwVfG § 41 (2)), also when that is a
    /// Sunday, because the fiction of receipt is no period for a declaration.</summary>
    public static Deadline ReceivedByPost(DateOnly postedOn)
    {
        var received = postedOn.AddDays(PostedNoticeDays);
        return new Deadline(received, [Reason.Of("deadline.posted", ("posted", postedOn), ("received", received))]);
    }

    private static Result<Deadline> NextWorkingDay(DateOnly date, CityCalendar calendar, DayKind kind, Reason counted)
    {
        List<FreeDay> passed = [];
        for (var day = date; ; day = day.AddDays(1))
        {
            var free = calendar.FreeDayOn(day, kind);
            if (!free.IsSuccess)
                return free.Error!;
            if (free.Value is null)
                return new Deadline(day, passed.Count == 0 ? [counted] : [counted, Moved(passed, day, kind)]);
            passed.Add(free.Value);
        }
    }

    private static Reason Moved(List<FreeDay> passed, DateOnly to, DayKind kind)
    {
        var days = passed.Select(FreeDayText.Of).ToArray();
        return kind == DayKind.Internal
            ? Reason.Of("deadline.moved-internal", ("to", to), ("days", days))
            : Reason.Of("deadline.moved", ("to", to), ("days", days));
    }
}
