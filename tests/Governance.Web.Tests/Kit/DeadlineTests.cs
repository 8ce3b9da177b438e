using Governance.Web.Ui.Format;

namespace Governance.Web.Tests.Kit;

/// <summary>How far a deadline is, in the city's time.</summary>
public sealed class DeadlineTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 12, 45, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-20", Urgency.Over, -3), InlineData("2026-11-22", Urgency.Over, -1), InlineData("2026-11-23", Urgency.Today, 0)]
    [InlineData("2026-11-24", Urgency.Week, 1), InlineData("2026-11-30", Urgency.Week, 7), InlineData("2026-12-01", Urgency.Later, 8)]
    public void A_day_lasts_until_its_end(string day, Urgency urgency, int days)
    {
        var deadline = Deadline.On(DateOnly.Parse(day), Now);
        deadline.Urgency.ShouldBe(urgency);
        deadline.Days.ShouldBe(days);
    }

    [Fact]
    public void Midnight_ends_the_day_before()
    {
        var deadline = Deadline.At(new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc), Now);
        (deadline.Day, deadline.Time, deadline.Urgency).ShouldBe((new DateOnly(2026, 11, 23), "24:00", Urgency.Today));
    }

    [Fact]
    public void A_time_of_today_that_passed_is_over() =>
        Deadline.At(Now.AddMinutes(-1), Now).ShouldBe(new Deadline(new DateOnly(2026, 11, 23), "13:44", 0, Urgency.Over));

    [Fact]
    public void Late_in_the_evening_UTC_it_is_tomorrow_in_Berlin() =>
        Deadline.On(new DateOnly(2026, 11, 24), new DateTime(2026, 11, 23, 23, 30, 0, DateTimeKind.Utc)).Urgency.ShouldBe(Urgency.Today);

    [Fact]
    public void Summer_time_is_kept() =>
        Deadline.At(new DateTime(2026, 7, 1, 10, 0, 0, DateTimeKind.Utc), Now.AddMonths(-6)).Time.ShouldBe("12:00");
}
