namespace Governance.Web.Ui.Format;

/// <summary>Time of the city. Instants are UTC everywhere else.</summary>
public static class Berlin
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The wall clock at an instant; the instant is UTC whatever its kind says, as the database returns it.</summary>
    public static DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The calendar day at an instant.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));
}
