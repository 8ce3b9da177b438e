namespace Governance.People;

/// <summary>The calendar day on which appointments and deputies are valid: the city's, not the server's.</summary>
internal static class Today
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day it is in Berlin.</summary>
    public static DateOnly InBerlin(TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);
}
