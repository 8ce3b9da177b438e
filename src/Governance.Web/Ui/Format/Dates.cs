using System.Globalization;
using Governance.Web.Ui.Preferences;

namespace Governance.Web.Ui.Format;

/// <summary>Days and times as words: <c>23.11.2026</c>, <c>Mo, 23.11.2026</c>, <c>18:00 Uhr</c>.</summary>
public static class Dates
{
    /// <summary><c>23.11.2026</c>.</summary>
    public static string Short(DateOnly day) => day.ToString("dd.MM.yyyy", Cultures.Formats);

    /// <summary><c>Mo, 23.11.2026</c>: where somebody has to act. The weekday is in the user's language.</summary>
    public static string Weekday(DateOnly day) => $"{DayName(day)}, {Short(day)}";

    /// <summary><c>18:00</c>.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", Cultures.Formats);

    /// <summary><c>Nov</c>, for calendar leaves.</summary>
    public static string Month(DateOnly day) =>
        CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month).TrimEnd('.')[..3];

    /// <summary>For the <c>datetime</c> attribute: <c>2026-11-23</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute: <c>2026-11-23T17:00:00Z</c>.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string DayName(DateOnly day) =>
        CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek).TrimEnd('.');
}
