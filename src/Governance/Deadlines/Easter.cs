namespace Governance.Deadlines;

/// <summary>The date of Easter Sunday.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year of the Gregorian calendar, by the anonymous computus (Meeus/Jones/Butcher).</summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var moonCorrection = (century + 8) / 25;
        var moonDrift = (century - moonCorrection + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonDrift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
