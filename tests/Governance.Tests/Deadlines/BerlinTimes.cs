using Governance.Deadlines;

namespace Governance.Tests.Deadlines;

public class BerlinTimes
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-15T23:00:00Z")]
    [InlineData("2026-07-15", "2026-07-15T22:00:00Z")]
    [InlineData("2026-03-28", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z")]
    [InlineData("2026-12-31", "2026-12-31T23:00:00Z")]
    public void A_deadline_passes_at_the_end_of_its_day_in_Berlin(string day, string instant)
    {
        var end = BerlinTime.EndOfDay(DateOnly.Parse(day));

        end.Kind.ShouldBe(DateTimeKind.Utc);
        end.ToString("yyyy-MM-ddTHH:mm:ssZ").ShouldBe(instant);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-06-01", 24)]
    public void A_day_with_a_clock_change_is_shorter_or_longer(string day, int hours)
    {
        var date = DateOnly.Parse(day);
        (BerlinTime.EndOfDay(date) - BerlinTime.StartOfDay(date)).TotalHours.ShouldBe(hours);
    }

    [Fact]
    public void The_last_second_belongs_to_the_day_and_the_end_to_the_next()
    {
        var date = new DateOnly(2020, 1, 1);
        for (var i = 0; i < 4000; i++, date = date.AddDays(1))
        {
            BerlinTime.DayOf(BerlinTime.EndOfDay(date).AddSeconds(-1)).ShouldBe(date);
            BerlinTime.DayOf(BerlinTime.EndOfDay(date)).ShouldBe(date.AddDays(1));
        }
    }

    [Theory]
    [InlineData(1, 13)]
    [InlineData(7, 14)]
    public void Clocks_in_Berlin_are_one_or_two_hours_ahead(int month, int hour) =>
        BerlinTime.Local(new DateTime(2026, month, 1, 12, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, month, 1, hour, 0, 0));

    [Fact]
    public void A_local_instant_is_a_bug() =>
        Should.Throw<ArgumentException>(() => BerlinTime.DayOf(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local))).Message.ShouldStartWith("The instant must be UTC.");
}
