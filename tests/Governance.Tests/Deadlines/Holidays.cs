using Governance.Deadlines;

namespace Governance.Tests.Deadlines;

public class Holidays
{
    [Theory]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2035-03-25")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Easter_falls_on(string sunday)
    {
        var date = DateOnly.Parse(sunday);
        Easter.Sunday(date.Year).ShouldBe(date);
    }

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April_in_every_year()
    {
        foreach (var year in Enumerable.Range(1996, 104))
        {
            var easter = Easter.Sunday(year);
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Fact]
    public void North_Rhine_Westphalia_has_eleven_in_2026() =>
        PublicHolidays.Of(FederalState.NW, 2026).Value.Select(h => $"{h.Date:MM-dd} {h.Code}").ShouldBe(
        [
            "01-01 new-year", "04-03 good-friday", "04-06 easter-monday", "05-01 labour-day", "05-14 ascension-day", "05-25 whit-monday",
            "06-04 corpus-christi", "10-03 unity-day", "11-01 all-saints", "12-25 christmas-day", "12-26 boxing-day",
        ]);

    [Theory]
    [InlineData(FederalState.BW, 12)]
    [InlineData(FederalState.BY, 12)]
    [InlineData(FederalState.BE, 10)]
    [InlineData(FederalState.BB, 12)]
    [InlineData(FederalState.HB, 10)]
    [InlineData(FederalState.HH, 10)]
    [InlineData(FederalState.HE, 10)]
    [InlineData(FederalState.MV, 11)]
    [InlineData(FederalState.NI, 10)]
    [InlineData(FederalState.NW, 11)]
    [InlineData(FederalState.RP, 11)]
    [InlineData(FederalState.SL, 12)]
    [InlineData(FederalState.SN, 11)]
    [InlineData(FederalState.ST, 11)]
    [InlineData(FederalState.SH, 10)]
    [InlineData(FederalState.TH, 11)]
    public void A_state_has_so_many_in_2026(FederalState state, int count) => PublicHolidays.Of(state, 2026).Value.Count.ShouldBe(count);

    [Fact]
    public void The_Reformation_jubilee_was_a_holiday_everywhere_once() =>
        Enum.GetValues<FederalState>().ShouldAllBe(state => PublicHolidays.On(state, new DateOnly(2017, 10, 31)).Value != null);

    [Theory]
    [InlineData(FederalState.NW, "2018-10-31", null)]
    [InlineData(FederalState.NW, "2016-10-31", null)]
    [InlineData(FederalState.HH, "2016-10-31", null)]
    [InlineData(FederalState.HH, "2018-10-31", "reformation-day")]
    [InlineData(FederalState.SN, "2026-11-18", "repentance-day")]
    [InlineData(FederalState.SN, "2027-11-17", "repentance-day")]
    [InlineData(FederalState.BE, "2018-03-08", null)]
    [InlineData(FederalState.BE, "2019-03-08", "womens-day")]
    [InlineData(FederalState.BE, "2025-05-08", "liberation-day")]
    [InlineData(FederalState.BE, "2026-05-08", null)]
    [InlineData(FederalState.BE, "2028-06-17", "uprising-day")]
    [InlineData(FederalState.BE, "2020-05-08", "liberation-day")]
    [InlineData(FederalState.BE, "2019-05-08", null)]
    [InlineData(FederalState.BE, "2021-05-08", null)]
    [InlineData(FederalState.BE, "2024-05-08", null)]
    [InlineData(FederalState.BE, "2027-06-17", null)]
    [InlineData(FederalState.BE, "2029-06-17", null)]
    [InlineData(FederalState.TH, "2018-09-20", null)]
    [InlineData(FederalState.BB, "2026-04-05", "easter-sunday")]
    [InlineData(FederalState.BB, "2026-05-24", "whit-sunday")]
    [InlineData(FederalState.ST, "2026-10-31", "reformation-day")]
    [InlineData(FederalState.SN, "2023-11-22", "repentance-day")]
    [InlineData(FederalState.SN, "2024-11-20", "repentance-day")]
    [InlineData(FederalState.MV, "2022-03-08", null)]
    [InlineData(FederalState.MV, "2023-03-08", "womens-day")]
    [InlineData(FederalState.TH, "2019-09-20", "childrens-day")]
    [InlineData(FederalState.SL, "2026-08-15", "assumption-day")]
    [InlineData(FederalState.BY, "2026-01-06", "epiphany")]
    public void A_day_is_or_is_not_a_holiday(FederalState state, string date, string? code) =>
        (PublicHolidays.On(state, DateOnly.Parse(date)).Value?.Code).ShouldBe(code);

    [Fact]
    public void Two_holidays_on_one_day_are_one_day() =>
        PublicHolidays.On(FederalState.NW, new DateOnly(2008, 5, 1)).Value!.Code.ShouldBe("labour-day");

    [Fact]
    public void The_first_and_the_last_year_have_data()
    {
        PublicHolidays.Of(FederalState.NW, 1996).Value.Count.ShouldBe(11);
        PublicHolidays.Of(FederalState.NW, 2099).Value.Count.ShouldBe(11);
    }

    /// <summary>The calendar is data, and a missing year no year without holidays (funding-service, dates.py).</summary>
    [Theory]
    [InlineData(1995)]
    [InlineData(2100)]
    public void A_year_without_data_is_refused(int year) =>
        PublicHolidays.Of(FederalState.NW, year).Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");

    [Fact]
    public void A_state_without_data_is_refused() =>
        PublicHolidays.Of((FederalState)99, 2026).Error.ShouldNotBeNull().Code.ShouldBe("calendar.no-data");
}
