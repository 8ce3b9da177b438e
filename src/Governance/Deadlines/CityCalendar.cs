namespace Governance.Deadlines;

/// <summary>A day of every year on which the city is closed.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public sealed record ClosingDay(int Month, int Day);

/// <summary>The calendar of a city: weekends, the holidays of its state, and its own closing days (24 and 31 December, …). Closing
/// days move internal dates only; the law does not know them (BGB § 193).</summary>
public sealed record CityCalendar
{
    /// <summary>The state whose holidays apply.</summary>
    public required FederalState State { get; init; }

    /// <summary>Closing days of every year.</summary>
    public IReadOnlyList<ClosingDay> ClosingDays { get; init; } = [];

    /// <summary>Single closing days, for example a bridge day.</summary>
    public IReadOnlyList<DateOnly> SingleClosingDays { get; init; } = [];

    /// <summary>North Rhine-Westphalia, closed on 24 and 31 December.</summary>
    public static CityCalendar Default { get; } = new() { State = FederalState.NW, ClosingDays = [new(12, 24), new(12, 31)] };

    /// <summary>Why a day is free; null for a working day; or <c>calendar.no-data</c>.</summary>
    public Result<FreeDay?> FreeDayOn(DateOnly date, DayKind kind)
    {
        var holiday = PublicHolidays.On(State, date);
        if (!holiday.IsSuccess)
            return holiday.Error!;

        return Result.Ok(holiday.Value switch
        {
            { } found => new FreeDay(date, found.Code),
            _ when date.DayOfWeek == DayOfWeek.Saturday => new FreeDay(date, "saturday"),
            _ when date.DayOfWeek == DayOfWeek.Sunday => new FreeDay(date, "sunday"),
            _ when kind == DayKind.Internal && IsClosed(date) => new FreeDay(date, "closing-day"),
            _ => null,
        });
    }

    private bool IsClosed(DateOnly date) =>
        SingleClosingDays.Contains(date) || ClosingDays.Any(c => c.Month == date.Month && c.Day == date.Day);
}

/// <summary>Which days count as free.</summary>
public enum DayKind
{
    /// <summary>Saturday, Sunday and public holidays (BGB § 193).</summary>
    Legal,

    /// <summary>These and the city's closing days.</summary>
    Internal,
}

/// <summary>A day on which nothing falls due.</summary>
/// <param name="Date">The day.</param>
/// <param name="Code">A holiday's code, or <c>saturday</c>, <c>sunday</c>, <c>closing-day</c>.</param>
public sealed record FreeDay(DateOnly Date, string Code);
