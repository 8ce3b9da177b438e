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
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return dueOn <= sunday ? InboxGroup.ThisWeek : InboxGroup.Later;
    }
}
