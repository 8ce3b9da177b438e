namespace Governance.Deadlines;

/// <summary>Days and instants in Europe/Berlin, the zone that deadlines are kept in.</summary>
public static class BerlinTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The first instant (UTC) after a day: a deadline on that day has passed from this instant on. Days with a clock change
    /// have 23 or 25 hours; no day follows on <see cref="DateOnly.MaxValue"/>, which never ends.</summary>
    public static DateTime EndOfDay(DateOnly date) =>
        date == DateOnly.MaxValue ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) : StartOfDay(date.AddDays(1));

    /// <summary>The first instant (UTC) of a day.</summary>
    public static DateTime StartOfDay(DateOnly date) =>
        TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Zone);

    /// <summary>The time on Berlin's clocks at an instant (UTC), for people.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The day that it is in Berlin at an instant (UTC).</summary>
    /// <exception cref="ArgumentException">The instant is not UTC: a bug of the caller.</exception>
    public static DateOnly DayOf(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone))
        : throw new ArgumentException("The instant must be UTC.", nameof(utc));
}
