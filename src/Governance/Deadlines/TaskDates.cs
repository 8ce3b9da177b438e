namespace Governance.Deadlines;

/// <summary>The dates of a task, fixed when it is opened: due at the end of a day, a reminder three working days before and on the
/// day, escalation two working days after. Internal dates: the city's closing days move them.</summary>
/// <param name="DueAt">First instant (UTC) after the due day.</param>
/// <param name="RemindAt">Start of the reminder's day (UTC).</param>
/// <param name="DueDayAt">Start of the due day (UTC).</param>
/// <param name="EscalateAt">Start of the escalation's day (UTC).</param>
public sealed record TaskDates(DateTime DueAt, DateTime RemindAt, DateTime DueDayAt, DateTime EscalateAt)
{
    private const int RemindBefore = 3;
    private const int EscalateAfter = 2;

    /// <summary>The dates of a task opened at an instant (UTC) that may take a period; or the calendar's refusal.</summary>
    public static Result<TaskDates> Of(DateTime openedAt, Period period, CityCalendar calendar)
    {
        var due = DeadlineRules.DueDate(BerlinTime.DayOf(openedAt), period, calendar, DeadlineKind.Internal);
        return due.IsSuccess ? On(due.Value.Date, calendar) : due.Error;
    }

    /// <summary>The dates of a task that is due on a day; or the calendar's refusal.</summary>
    public static Result<TaskDates> On(DateOnly due, CityCalendar calendar)
    {
        var remind = WorkingDays.Before(due, RemindBefore, calendar, DayKind.Internal);
        if (!remind.IsSuccess)
            return remind.Error;
        var escalate = WorkingDays.After(due, EscalateAfter, calendar, DayKind.Internal);
        if (!escalate.IsSuccess)
            return escalate.Error;
        return new TaskDates(
            BerlinTime.EndOfDay(due), BerlinTime.StartOfDay(remind.Value.Date), BerlinTime.StartOfDay(due), BerlinTime.StartOfDay(escalate.Value.Date));
    }

    /// <summary>The first notice that is still ahead at an instant (UTC), and when; a task opened late skips the earlier ones.</summary>
    public (Inbox.TaskNotice Notice, DateTime At) Next(DateTime now) =>
        now <= RemindAt ? (Inbox.TaskNotice.Reminder, RemindAt)
        : now <= DueDayAt ? (Inbox.TaskNotice.Due, DueDayAt)
        : (Inbox.TaskNotice.Escalation, EscalateAt);
}
