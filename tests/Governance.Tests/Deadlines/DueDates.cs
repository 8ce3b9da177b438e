using CsCheck;
using Governance.Deadlines;
using Governance.Tests.Texts;

namespace Governance.Tests.Deadlines;

public class DueDates
{
    private static readonly CityCalendar City = CityCalendar.Default;

    private static readonly Gen<DateOnly> Days =
        Gen.Int[0, 365 * 60].Select(days => new DateOnly(2000, 1, 1).AddDays(days));

    private static readonly Gen<Period> Periods =
        Gen.Select(Gen.Int[1, 400], Gen.Enum<PeriodUnit>()).Select((count, unit) => new Period(unit == PeriodUnit.Years ? (count % 20) + 1 : count, unit));

    public static TheoryData<string> Cases => [.. TestData.Csv("deadline-cases.csv").Select(row => row["case"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_period_ends_where_the_law_says(string name)
    {
        var row = TestData.Csv("deadline-cases.csv").Single(r => r["case"] == name);

        var deadline = DeadlineRules.DueDate(
            DateOnly.Parse(row["from"]),
            Period.Parse(row["period"]).Value,
            City,
            Enum.Parse<DeadlineKind>(row["kind"]),
            Enum.Parse<PeriodStart>(row["start"])).Value;

        deadline.Date.ShouldBe(DateOnly.Parse(row["due"]));
        deadline.Reasons.InGerman().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_moved_date_names_every_day_that_moved_it() =>
        Due("2026-03-24", "10d").Reasons.InGerman().ShouldBe(
            "Die Frist von 10 Tagen beginnt am Tag nach dem 24.03.2026 und endet rechnerisch am Freitag, 03.04.2026 (§ 187 Abs. 1, § 188 BGB). "
            + "Kein Fristende an: Freitag, 03.04.2026 (Karfreitag), Samstag, 04.04.2026 (Samstag), Sonntag, 05.04.2026 (Sonntag), "
            + "Montag, 06.04.2026 (Ostermontag); nächster Werktag ist Dienstag, 07.04.2026 (§ 193 BGB).");

    [Fact]
    public void Other_states_have_other_holidays()
    {
        // Corpus Christi 2026 is no holiday in Hamburg; Reformation Day is one.
        DueIn(FederalState.HH, "2026-05-25", "10d").ShouldBe(new DateOnly(2026, 6, 4));
        DueIn(FederalState.HH, "2023-10-21", "10d").ShouldBe(new DateOnly(2023, 11, 1));
    }

    [Fact]
    public void A_legal_deadline_never_falls_on_a_free_day_and_moves_at_most_a_few_days() =>
        Gen.Select(Days, Periods).Sample((from, period) =>
        {
            var legal = Date(from, period, DeadlineKind.Legal);
            var bare = Date(from, period, DeadlineKind.Fixed);
            return City.FreeDayOn(legal, DayKind.Legal).Value is null && legal >= bare && legal.DayNumber - bare.DayNumber <= 5;
        });

    [Fact]
    public void A_deadline_lies_after_its_event() =>
        Gen.Select(Days, Periods, Gen.Enum<DeadlineKind>()).Sample((from, period, kind) => Date(from, period, kind) > from);

    [Fact]
    public void A_longer_period_never_ends_earlier() =>
        Gen.Select(Days, Periods, Gen.Enum<DeadlineKind>()).Sample((from, period, kind) =>
            Date(from, period, kind) <= Date(from, period with { Count = period.Count + 1 }, kind));

    [Fact]
    public void A_later_event_never_gives_an_earlier_deadline() =>
        Gen.Select(Days, Periods, Gen.Enum<DeadlineKind>()).Sample((from, period, kind) =>
            Date(from, period, kind) <= Date(from.AddDays(1), period, kind));

    [Fact]
    public void Closing_days_never_move_a_legal_date() =>
        Gen.Select(Days, Periods).Sample((from, period) =>
        {
            var withoutClosingDays = City with { ClosingDays = [] };
            return Date(from, period, DeadlineKind.Legal) == DeadlineRules.DueDate(from, period, withoutClosingDays, DeadlineKind.Legal).Value.Date;
        });

    [Fact]
    public void A_year_without_holidays_is_refused() =>
        DeadlineRules.DueDate(new DateOnly(1994, 3, 4), new Period(10, PeriodUnit.Days), City, DeadlineKind.Legal)
            .Error.ShouldNotBeNull().InGerman().ShouldBe("Für NW im Jahr 1994 liegen keine Feiertage vor (bekannt sind 1996 bis 2099).");

    [Fact]
    public void A_period_beyond_the_calendar_is_refused()
    {
        DeadlineRules.DueDate(new DateOnly(2099, 12, 30), new Period(20, PeriodUnit.WorkingDays), City, DeadlineKind.Legal)
            .Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");
        DeadlineRules.DueDate(new DateOnly(2026, 1, 1), new Period(9999, PeriodUnit.Years), City, DeadlineKind.Legal)
            .Error.ShouldNotBeNull().InGerman().ShouldStartWith("Die Frist von 9.999 Jahren ab 01.01.2026");
    }

    [Theory]
    [InlineData("1d")]
    [InlineData("1wd")]
    [InlineData("9999y")]
    public void A_date_at_an_end_of_time_is_refused_and_no_exception(string text)
    {
        var period = Period.Parse(text).Value;
        DeadlineRules.DueDate(DateOnly.MaxValue, period, City, DeadlineKind.Legal).IsSuccess.ShouldBeFalse();
        DeadlineRules.DueDate(DateOnly.MinValue, period, City, DeadlineKind.Legal, PeriodStart.BeginningOfDay).IsSuccess.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-06")]
    [InlineData("2026-03-04", "2026-03-08")]
    [InlineData("2025-12-31", "2026-01-04")]
    public void A_posted_notice_counts_as_received_on_the_fourth_day_even_a_Sunday(string posted, string received)
    {
        var deadline = DeadlineRules.ReceivedByPost(DateOnly.Parse(posted));

        deadline.Date.ShouldBe(DateOnly.Parse(received));
        deadline.Reasons.InGerman().ShouldContain("§ 41 Abs. 2 VwVfG");
    }

    private static DateOnly DueIn(FederalState state, string from, string period) =>
        DeadlineRules.DueDate(DateOnly.Parse(from), Period.Parse(period).Value, new CityCalendar { State = state }, DeadlineKind.Legal).Value.Date;

    private static Deadline Due(string from, string period) =>
        DeadlineRules.DueDate(DateOnly.Parse(from), Period.Parse(period).Value, City, DeadlineKind.Legal).Value;

    private static DateOnly Date(DateOnly from, Period period, DeadlineKind kind) =>
        DeadlineRules.DueDate(from, period, City, kind).Value.Date;
}
