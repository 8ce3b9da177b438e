namespace Governance.Inbox;

/// <summary>Overdue, today, this week (to Sunday), later: a pure function of two days.</summary>
public static class InboxGroups
{
    /// <summary>The group of a task due on a day, seen from today. What waits for a meeting is later, never overdue.</summary>
    public static InboxGroup Of(DateOnly dueOn, DateOnly today, bool waitsForMeeting = false)
    {
        if (dueOn < today)
            return waitsForMeeting ? InboxGroup.Later : InboxGroup.Overdue;
        if (dueOn == today)
            return InboxGroup.Today;
        return dueOn <= SundayOf(today) ? InboxGroup.ThisWeek : InboxGroup.Later;
    }

    /// <summary>The last day of the week of a day.</summary>
    public static DateOnly SundayOf(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
