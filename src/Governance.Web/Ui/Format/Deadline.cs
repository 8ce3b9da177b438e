namespace Governance.Web.Ui.Format;

/// <summary>How near a deadline is.</summary>
public enum Urgency
{
    /// <summary>Passed.</summary>
    Over,

    /// <summary>Ends today.</summary>
    Today,

    /// <summary>Within seven days.</summary>
    Week,

    /// <summary>Later than that.</summary>
    Later
}

/// <summary>A deadline as seen from now, in the city's time.</summary>
/// <param name="Day">Its last day.</param>
/// <param name="Time">Its time on that day, <c>24:00</c> for the end of the day; null when only the day counts.</param>
/// <param name="Days">Calendar days from today; negative when past.</param>
/// <param name="Urgency">How near it is.</param>
public sealed record Deadline(DateOnly Day, string? Time, int Days, Urgency Urgency)
{
    /// <summary>A deadline at an instant. Midnight is the end of the day before: a deadline of today is not one of tomorrow.</summary>
    public static Deadline At(DateTime dueUtc, DateTime nowUtc)
    {
        var local = Berlin.Local(dueUtc);
        var midnight = local.TimeOfDay == TimeSpan.Zero;
        var day = DateOnly.FromDateTime(midnight ? local.AddDays(-1) : local);
        var time = midnight ? "24:00" : Dates.Time(TimeOnly.FromDateTime(local));
        return Seen(day, time, nowUtc, over: nowUtc >= dueUtc);
    }

    /// <summary>A deadline that ends with a day.</summary>
    public static Deadline On(DateOnly day, DateTime nowUtc) => Seen(day, null, nowUtc, over: Berlin.Day(nowUtc) > day);

    private static Deadline Seen(DateOnly day, string? time, DateTime nowUtc, bool over)
    {
        var days = day.DayNumber - Berlin.Day(nowUtc).DayNumber;
        var urgency = over ? Urgency.Over : days switch { <= 0 => Urgency.Today, <= 7 => Urgency.Week, _ => Urgency.Later };
        return new Deadline(day, time, days, urgency);
    }
}
