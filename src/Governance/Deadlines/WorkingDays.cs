using Governance.Texts;

namespace Governance.Deadlines;

/// <summary>Counts working days: Monday to Friday without public holidays and, for internal dates, without closing days. The day
/// that is counted from does not count.</summary>
public static class WorkingDays
{
    /// <summary>The <paramref name="count"/>-th working day after a day (escalation: 2 after the due date), or <c>calendar.no-data</c>.</summary>
    public static Result<Deadline> After(DateOnly day, int count, CityCalendar calendar, DayKind kind) =>
        Step(day, count, calendar, kind, step: 1, "deadline.working-days-after", "deadline.working-days-after-skipped");

    /// <summary>The <paramref name="count"/>-th working day before a day (reminder: 3 before the due date), or <c>calendar.no-data</c>.</summary>
    public static Result<Deadline> Before(DateOnly day, int count, CityCalendar calendar, DayKind kind) =>
        Step(day, count, calendar, kind, step: -1, "deadline.working-days-before", "deadline.working-days-before-skipped");

    private static Result<Deadline> Step(
        DateOnly from, int count, CityCalendar calendar, DayKind kind, int step, string code, string codeWithSkipped)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);

        var day = from;
        List<FreeDay> skipped = [];
        for (var left = count; left > 0;)
        {
            day = day.AddDays(step);
            var free = calendar.FreeDayOn(day, kind);
            if (!free.IsSuccess)
                return free.Error!;
            if (free.Value is null)
                left--;
            else if (free.Value.Code is not ("saturday" or "sunday"))
                skipped.Add(free.Value);
        }

        // Weekends go without saying; holidays do not.
        return new Deadline(day, [new Reason(skipped.Count == 0 ? code : codeWithSkipped, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["from"] = from,
            ["count"] = count,
            ["day"] = day,
            ["skipped"] = skipped.Select(FreeDayText.Of).ToArray(),
        })]);
    }
}
