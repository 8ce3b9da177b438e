namespace Governance.Inbox;

/// <summary>Overdue, today, this week (to Sunday), later: a pure function of two days.</summary>
public static class InboxGroups
{
    /// <summary>The group of a task due on a day, seen from today.</summary>
    public static InboxGroup Of(DateOnly dueOn, DateOnly today)
    {
        if (dueOn < today)
            return InboxGroup.Overdue;
        if (dueOn == today)
            return InboxGroup.Today;
        return dueOn <= SundayOf(today) ? InboxGroup.ThisWeek : InboxGroup.Later;
    }

    /// <summary>The last day of the week of a day.</summary>
    public static DateOnly SundayOf(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
