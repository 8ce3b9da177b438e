using static Governance.Deadlines.FederalState;

namespace Governance.Deadlines;

/// <summary>The public holidays that apply in the whole of a federal state, as its holiday law names them. Left out are holidays of
/// single municipalities (Mariä Himmelfahrt in Bavaria, Friedensfest in Augsburg, Fronleichnam in parts of Saxony and Thuringia).</summary>
internal static class HolidayTable
{
    private static readonly FederalState[] Everywhere = Enum.GetValues<FederalState>();

    internal static IReadOnlyList<HolidayLaw> Laws { get; } =
    [
        new("new-year", Everywhere, year => new DateOnly(year, 1, 1)),
        new("epiphany", [BW, BY, ST], year => new DateOnly(year, 1, 6)),
        new("womens-day", [BE], year => new DateOnly(year, 3, 8)) { From = 2019 },
        new("womens-day", [MV], year => new DateOnly(year, 3, 8)) { From = 2023 },
        new("good-friday", Everywhere, year => Easter.Sunday(year).AddDays(-2)),
        new("easter-sunday", [BB], Easter.Sunday),
        new("easter-monday", Everywhere, year => Easter.Sunday(year).AddDays(1)),
        new("labour-day", Everywhere, year => new DateOnly(year, 5, 1)),
        new("liberation-day", [BE], year => new DateOnly(year, 5, 8)) { From = 2020, To = 2020 },
        new("liberation-day", [BE], year => new DateOnly(year, 5, 8)) { From = 2025, To = 2025 },
        new("ascension-day", Everywhere, year => Easter.Sunday(year).AddDays(39)),
        new("whit-sunday", [BB], year => Easter.Sunday(year).AddDays(49)),
        new("whit-monday", Everywhere, year => Easter.Sunday(year).AddDays(50)),
        new("corpus-christi", [BW, BY, HE, NW, RP, SL], year => Easter.Sunday(year).AddDays(60)),
        new("uprising-day", [BE], year => new DateOnly(year, 6, 17)) { From = 2028, To = 2028 },
        new("assumption-day", [SL], year => new DateOnly(year, 8, 15)),
        new("childrens-day", [TH], year => new DateOnly(year, 9, 20)) { From = 2019 },
        new("unity-day", Everywhere, year => new DateOnly(year, 10, 3)),
        new("reformation-day", [BB, MV, SN, ST, TH], year => new DateOnly(year, 10, 31)),
        new("reformation-day", [HB, HH, NI, SH], year => new DateOnly(year, 10, 31)) { From = 2017 },

        // Once in all states: 500 years of the Reformation.
        new("reformation-day", [BW, BY, BE, HE, NW, RP, SL], year => new DateOnly(year, 10, 31)) { From = 2017, To = 2017 },
        new("all-saints", [BW, BY, NW, RP, SL], year => new DateOnly(year, 11, 1)),
        new("repentance-day", [SN], DayOfRepentance),
        new("christmas-day", Everywhere, year => new DateOnly(year, 12, 25)),
        new("boxing-day", Everywhere, year => new DateOnly(year, 12, 26)),
    ];

    /// <summary>Wednesday before 23 November.</summary>
    private static DateOnly DayOfRepentance(int year)
    {
        var day = new DateOnly(year, 11, 22);
        while (day.DayOfWeek != DayOfWeek.Wednesday)
            day = day.AddDays(-1);
        return day;
    }
}

/// <summary>One holiday in some states over some years (both inclusive).</summary>
internal sealed record HolidayLaw(string Code, FederalState[] States, Func<int, DateOnly> Date)
{
    internal int From { get; init; } = PublicHolidays.FirstYear;

    internal int To { get; init; } = PublicHolidays.LastYear;
}
