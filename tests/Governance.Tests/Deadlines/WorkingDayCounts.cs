using CsCheck;
using Governance.Deadlines;
using Governance.Tests.Texts;

namespace Governance.Tests.Deadlines;

public class WorkingDayCounts
{
    private static readonly CityCalendar City = CityCalendar.Default;

    [Theory]
    [InlineData("2026-03-12", 3, "2026-03-09")]
    [InlineData("2026-03-10", 3, "2026-03-05")]
    [InlineData("2026-04-07", 3, "2026-03-31")]
    [InlineData("2026-12-29", 3, "2026-12-22")]
    [InlineData("2026-03-14", 1, "2026-03-13")]
    public void A_reminder_goes_out_working_days_before(string due, int count, string reminder) =>
        WorkingDays.Before(DateOnly.Parse(due), count, City, DayKind.Internal).Value.Date.ShouldBe(DateOnly.Parse(reminder));

    [Theory]
    [InlineData("2026-03-12", 2, "2026-03-16")]
    [InlineData("2026-04-02", 2, "2026-04-08")]
    [InlineData("2026-12-23", 2, "2026-12-29")]
    [InlineData("2026-12-30", 2, "2027-01-05")]
    public void An_escalation_follows_working_days_after(string due, int count, string escalation) =>
        WorkingDays.After(DateOnly.Parse(due), count, City, DayKind.Internal).Value.Date.ShouldBe(DateOnly.Parse(escalation));

    [Fact]
    public void Holidays_that_were_skipped_are_named() =>
        WorkingDays.After(new DateOnly(2026, 12, 23), 1, City, DayKind.Internal).Value.Reasons.InGerman().ShouldBe(
            "Der 1. Arbeitstag nach dem 23.12.2026 ist Montag, 28.12.2026; nicht mitgezählt: "
            + "Donnerstag, 24.12.2026 (Schließtag der Stadt), Freitag, 25.12.2026 (1. Weihnachtstag), Samstag, 26.12.2026 (2. Weihnachtstag).");

    [Fact]
    public void A_single_closing_day_is_skipped_too()
    {
        var city = City with { SingleClosingDays = [new DateOnly(2026, 5, 15)] };

        WorkingDays.After(new DateOnly(2026, 5, 13), 1, city, DayKind.Internal).Value.Date.ShouldBe(new DateOnly(2026, 5, 18));
        WorkingDays.After(new DateOnly(2026, 5, 13), 1, city, DayKind.Legal).Value.Date.ShouldBe(new DateOnly(2026, 5, 15));
    }

    [Fact]
    public void Forward_and_back_leads_to_the_same_working_day() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 60]).Sample((offset, count) =>
        {
            var day = WorkingDays.After(new DateOnly(2010, 1, 1).AddDays(offset), 1, City, DayKind.Internal).Value.Date;
            var there = WorkingDays.After(day, count, City, DayKind.Internal).Value;
            var back = WorkingDays.Before(there.Date, count, City, DayKind.Internal).Value;
            return back.Date == day && there.Reasons.InGerman().Length > 0 && back.Reasons.InGerman().Length > 0;
        });

    [Fact]
    public void A_year_without_holidays_is_refused() =>
        WorkingDays.Before(new DateOnly(1996, 1, 2), 3, City, DayKind.Legal).Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");
}
