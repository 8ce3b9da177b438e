using CsCheck;
using Governance.Deadlines;
using Governance.Tests.Texts;

namespace Governance.Tests.Deadlines;

public class InvitationPeriods
{
    private static readonly DateOnly Meeting = new(2026, 3, 24);

    [Theory]
    [InlineData(10, false, false, "2026-03-13")]
    [InlineData(10, true, false, "2026-03-14")]
    [InlineData(10, false, true, "2026-03-14")]
    [InlineData(10, true, true, "2026-03-15")]
    [InlineData(3, false, false, "2026-03-20")]
    [InlineData(0, false, false, "2026-03-23")]
    [InlineData(0, true, true, "2026-03-24")]
    [InlineData(21, false, true, "2026-03-03")]
    public void Full_days_lie_between_dispatch_and_meeting(int days, bool dispatch, bool meeting, string latest)
    {
        var deadline = new InvitationPeriod(days, dispatch, meeting).LatestDispatch(Meeting);

        deadline.Date.ShouldBe(DateOnly.Parse(latest));
        deadline.Reasons.InGerman().ShouldContain("rückwärts gerechnet");
    }

    [Fact]
    public void A_free_day_is_never_moved_forward_because_that_would_shorten_the_period() =>
        InvitationPeriod.Default.LatestDispatch(new DateOnly(2026, 3, 26)).Date.ShouldBe(new DateOnly(2026, 3, 15));

    [Fact]
    public void The_clerk_sends_on_the_working_day_before()
    {
        var deadline = InvitationPeriod.Default.LatestDispatchOnWorkingDay(new DateOnly(2026, 3, 26), CityCalendar.Default).Value;

        deadline.Date.ShouldBe(new DateOnly(2026, 3, 13));
        deadline.Reasons.InGerman().ShouldEndWith("denn ein späterer Tag würde die Frist verkürzen.");
    }

    [Fact]
    public void A_working_day_stays() =>
        InvitationPeriod.Default.LatestDispatchOnWorkingDay(Meeting, CityCalendar.Default).Value.Date.ShouldBe(new DateOnly(2026, 3, 13));

    [Fact]
    public void One_day_late_breaks_the_period()
    {
        InvitationPeriod.Default.IsKept(new DateOnly(2026, 3, 13), Meeting).ShouldBeTrue();
        InvitationPeriod.Default.IsKept(new DateOnly(2026, 3, 14), Meeting).ShouldBeFalse();
        InvitationPeriod.Urgent.IsKept(new DateOnly(2026, 3, 20), Meeting).ShouldBeTrue();
    }

    [Fact]
    public void The_working_day_is_never_later_than_the_law_allows() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 30]).Sample((offset, days) =>
        {
            var meeting = new DateOnly(2010, 1, 1).AddDays(offset);
            var period = new InvitationPeriod(days);
            return period.IsKept(period.LatestDispatchOnWorkingDay(meeting, CityCalendar.Default).Value.Date, meeting);
        });
}
