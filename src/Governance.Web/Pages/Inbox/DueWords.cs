using System.Globalization;
using Governance.Inbox;

namespace Governance.Web.Pages.Inbox;

/// <summary>How addresses and calls name when something is due: overdue, today, thisWeek, later, or a day.</summary>
public static class DueWords
{
    /// <summary>The words, in their order.</summary>
    public static IReadOnlyList<(string Word, InboxGroup Group)> All { get; } =
        [("overdue", InboxGroup.Overdue), ("today", InboxGroup.Today), ("thisWeek", InboxGroup.ThisWeek), ("later", InboxGroup.Later)];

    /// <summary>First and last day of a word seen from today; a day of its own is that day or earlier; null for what means nothing.</summary>
    public static (DateOnly? From, DateOnly? Until)? Days(string? due, DateOnly today)
    {
        if (string.IsNullOrEmpty(due))
            return (null, null);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        foreach (var (word, group) in All)
            if (word.Equals(due, StringComparison.OrdinalIgnoreCase))
                return group switch
                {
                    InboxGroup.Overdue => (null, today.AddDays(-1)),
                    InboxGroup.Today => (today, today),
                    InboxGroup.ThisWeek => (today.AddDays(1), sunday),
                    _ => (sunday.AddDays(1), null),
                };
        return DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (null, day) : null;
    }
}
