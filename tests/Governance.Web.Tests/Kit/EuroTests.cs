using Governance.Web.Ui.Format;

namespace Governance.Web.Tests.Kit;

/// <summary>Money as Germans type and read it.</summary>
public sealed class EuroTests
{
    [Theory]
    [InlineData("1.234,56 €", 123456), InlineData("1.234,56\u00A0€", 123456), InlineData("1234,5", 123450), InlineData("1 234", 123400)]
    [InlineData("0,01", 1), InlineData("-12,00", -1200), InlineData("\u221212", -1200), InlineData(" 50.000 EUR ", 5000000), InlineData("007", 700)]
    public void Is_read(string text, long cents)
    {
        Euro.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(cents);
    }

    [Theory]
    [InlineData("12.50"), InlineData("1,234.56"), InlineData("1.23"), InlineData("12,345"), InlineData("1.2345"), InlineData(""), InlineData(null)]
    [InlineData("zehn"), InlineData("1e3"), InlineData("--1"), InlineData("99999999999999999999"), InlineData(","), InlineData("٣")]
    public void Is_refused_rather_than_guessed(string? text) => Euro.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(123456, "1.234,56\u00A0€"), InlineData(0, "0,00\u00A0€"), InlineData(-1500000, "\u221215.000,00\u00A0€")]
    [InlineData(long.MinValue, "\u221292.233.720.368.547.758,08\u00A0€")]
    public void Is_written(long cents, string text) => Euro.Format(cents).ShouldBe(text);

    [Theory, InlineData(15_240_000, "152\u00A0T€"), InlineData(15_250_000, "153\u00A0T€"), InlineData(-15_250_000, "\u2212153\u00A0T€")]
    public void Bars_speak_thousands(long cents, string text) => Euro.Thousands(cents).ShouldBe(text);

    [Theory, InlineData(1), InlineData(-99), InlineData(123456789), InlineData(long.MaxValue), InlineData(long.MinValue + 1)]
    public void What_is_written_is_read_back(long cents)
    {
        Euro.TryParse(Euro.Format(cents), out var read).ShouldBeTrue();
        read.ShouldBe(cents);
    }
}
