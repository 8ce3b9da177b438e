using Governance.Deadlines;
using Governance.Inbox;

namespace Governance.Tests.Deadlines;

/// <summary>A task is due at the end of a day; its reminder and escalation keep to the city's working days.</summary>
public class TaskDatesTests
{
    private static readonly TaskDates Dates = TaskDates.On(new DateOnly(2026, 3, 12), CityCalendar.Default).Value;

    [Fact]
    public void A_task_is_due_when_its_day_has_passed_in_Berlin() => Dates.DueAt.ShouldBe(Utc("2026-03-12T23:00:00Z"));

    [Fact]
    public void The_reminder_goes_out_three_working_days_before() => Dates.RemindAt.ShouldBe(Utc("2026-03-08T23:00:00Z"));

    [Fact]
    public void The_second_reminder_goes_out_on_the_due_day() => Dates.DueDayAt.ShouldBe(Utc("2026-03-11T23:00:00Z"));

    [Fact]
    public void The_escalation_follows_two_working_days_after() => Dates.EscalateAt.ShouldBe(Utc("2026-03-15T23:00:00Z"));

    [Fact]
    public void A_period_runs_from_the_day_that_it_is_in_Berlin_and_closing_days_move_its_end() =>
        TaskDates.Of(Utc("2026-12-13T23:30:00Z"), new Period(10, PeriodUnit.Days), CityCalendar.Default).Value.DueAt.ShouldBe(Utc("2026-12-28T23:00:00Z"));

    [Theory]
    [InlineData("2026-03-01T00:00:00Z", TaskNotice.Reminder, "2026-03-08T23:00:00Z")]
    [InlineData("2026-03-08T23:00:00Z", TaskNotice.Reminder, "2026-03-08T23:00:00Z")]
    [InlineData("2026-03-08T23:00:01Z", TaskNotice.Due, "2026-03-11T23:00:00Z")]
    [InlineData("2026-03-11T23:00:00Z", TaskNotice.Due, "2026-03-11T23:00:00Z")]
    [InlineData("2026-03-11T23:00:01Z", TaskNotice.Escalation, "2026-03-15T23:00:00Z")]
    public void The_next_notice_is_the_first_that_is_still_ahead(string now, TaskNotice notice, string at) =>
        Dates.Next(Utc(now)).ShouldBe((notice, Utc(at)));

    [Fact]
    public void Without_a_calendar_there_is_no_date()
    {
        TaskDates.On(new DateOnly(1996, 1, 2), CityCalendar.Default).Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");
        TaskDates.On(new DateOnly(2099, 12, 30), CityCalendar.Default).Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");
        TaskDates.Of(Utc("2099-12-30T12:00:00Z"), new Period(1, PeriodUnit.Months), CityCalendar.Default).Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");
    }

    private static DateTime Utc(string instant) => DateTimeOffset.Parse(instant).UtcDateTime;
}
