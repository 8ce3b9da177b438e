using System.Collections.Concurrent;

namespace Governance.Deadlines;

/// <summary>A public holiday.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Code">For example <c>good-friday</c>; named in German and English by the texts.</param>
public sealed record Holiday(DateOnly Date, string Code);

/// <summary>Public holidays by federal state. The law is known for the years stated; another year is refused, never guessed.</summary>
public static class PublicHolidays
{
    /// <summary>First year with data: the day of repentance was dropped in 1995, the laws have been as listed since.</summary>
    public const int FirstYear = 1996;

    /// <summary>Last year with data. Laws may change: see what is announced before each new year.</summary>
    public const int LastYear = 2099;

    // A cache of a pure function: the same for every caller, at most 16 × 104 entries.
    private static readonly ConcurrentDictionary<(FederalState State, int Year), IReadOnlyDictionary<DateOnly, Holiday>> Years = new();

    /// <summary>The holidays of a year in the order of the calendar, or <c>calendar.no-data</c>.</summary>
    public static Result<IReadOnlyList<Holiday>> Of(FederalState state, int year)
    {
        var days = InYear(state, year);
        return days.IsSuccess
            ? Result.Ok<IReadOnlyList<Holiday>>([.. days.Value.Values.OrderBy(h => h.Date)])
            : days.Error!;
    }

    /// <summary>The holiday on a day; null when it is none; or <c>calendar.no-data</c>.</summary>
    public static Result<Holiday?> On(FederalState state, DateOnly date)
    {
        var days = InYear(state, date.Year);
        return days.IsSuccess ? Result.Ok(days.Value.GetValueOrDefault(date)) : days.Error!;
    }

    private static Result<IReadOnlyDictionary<DateOnly, Holiday>> InYear(FederalState state, int year)
    {
        if (year is < FirstYear or > LastYear || !Enum.IsDefined(state))
        {
            return Error.Of(
                "calendar.no-data", ("state", state.ToString()), ("year", YearText(year)), ("first", YearText(FirstYear)), ("last", YearText(LastYear)));
        }

        return Result.Ok(Years.GetOrAdd((state, year), key => Compute(key.State, key.Year)));
    }

    // As text, because a year is not grouped by thousands.
    private static string YearText(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<DateOnly, Holiday> Compute(FederalState state, int year)
    {
        var days = new Dictionary<DateOnly, Holiday>();
        foreach (var law in HolidayTable.Laws.Where(l => l.States.Contains(state) && year >= l.From && year <= l.To))
        {
            // In 2008 Ascension fell on 1 May: one day, the first name stays.
            var date = law.Date(year);
            days.TryAdd(date, new Holiday(date, law.Code));
        }

        return days;
    }
}
