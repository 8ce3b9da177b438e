using Governance.Deadlines;
using Governance.Tests.Texts;

namespace Governance.Tests.Deadlines;

public class Periods
{
    [Theory]
    [InlineData("10d", 10, PeriodUnit.Days)]
    [InlineData("2w", 2, PeriodUnit.Weeks)]
    [InlineData("3m", 3, PeriodUnit.Months)]
    [InlineData("1y", 1, PeriodUnit.Years)]
    [InlineData("10wd", 10, PeriodUnit.WorkingDays)]
    public void A_period_is_read_and_written(string text, int count, PeriodUnit unit)
    {
        Period.Parse(text).Value.ShouldBe(new Period(count, unit));
        new Period(count, unit).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("10")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("10D")]
    [InlineData("1y6m")]
    [InlineData("99999d")]
    [InlineData("1h")]
    public void What_is_no_period_is_refused(string? text) =>
        Period.Parse(text).Error.ShouldNotBeNull().InGerman().ShouldEndWith("Beispiele: 10d, 2w, 3m, 1y, 10wd.");
}
