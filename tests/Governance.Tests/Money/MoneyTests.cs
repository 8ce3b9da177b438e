using CsCheck;
using Governance.Tests.Texts;

namespace Governance.Tests;

public class MoneyTests
{
    private static readonly Gen<Money> Amounts = Gen.Long[-100_000_000_000_000, 100_000_000_000_000].Select(cents => new Money(cents));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1234.56", 123456)]
    [InlineData("1234.5", 123450)]
    [InlineData("1234", 123400)]
    [InlineData("-0.01", -1)]
    [InlineData("999999999999999.99", 99999999999999999)]
    public void The_api_format_is_read(string text, long cents) => Money.Parse(text).Value.ShouldBe(new Money(cents));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" 1")]
    [InlineData("1e5")]
    [InlineData("1,000")]
    [InlineData("1.234,56")]
    [InlineData("1 000")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("١٢")]
    [InlineData("NaN")]
    [InlineData("1.00\n")]
    [InlineData("0x10")]
    public void What_is_no_amount_is_refused(string? text) => Money.Parse(text).Error.ShouldNotBeNull().Code.ShouldBe("money.invalid");

    [Fact]
    public void A_third_decimal_is_refused_and_not_rounded() => Money.Parse("1.005").Error.ShouldNotBeNull().Code.ShouldBe("money.too-many-decimals");

    [Fact]
    public void An_amount_beyond_the_range_is_refused() =>
        Money.Parse("1000000000000000").Error.ShouldNotBeNull().InGerman().ShouldBe("„1000000000000000“ ist größer, als ein Betrag sein kann.");

    [Theory]
    [InlineData("1.234,56", 123456)]
    [InlineData("1234,56", 123456)]
    [InlineData("1234", 123400)]
    [InlineData("1.234", 123400)]
    [InlineData("1.234.567,8", 123456780)]
    [InlineData("0,5", 50)]
    [InlineData(" 25.000,00 € ", 2500000)]
    [InlineData("25.000,00\u00A0€", 2500000)]
    [InlineData("12 EUR", 1200)]
    [InlineData("-12,00", -1200)]
    [InlineData("\u221212,00", -1200)]
    public void What_people_type_in_German_is_read(string text, long cents)
    {
        Money.TryParseGerman(text, out var money).ShouldBeTrue();
        money.ShouldBe(new Money(cents));
    }

    [Theory]
    [InlineData("1234.56")]
    [InlineData("12.5")]
    [InlineData("1234.567")]
    [InlineData("1,234")]
    [InlineData("1,234.56")]
    [InlineData("1,234,567")]
    public void What_may_be_German_or_English_is_refused(string text)
    {
        Money.ParseGerman(text).Error.ShouldNotBeNull().Code.ShouldBe("money.ambiguous");
        Money.TryParseGerman(text, out var money).ShouldBeFalse();
        money.ShouldBe(Money.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("€")]
    [InlineData("1.23.456")]
    [InlineData("1,2,3")]
    [InlineData("1e5")]
    [InlineData("12 34")]
    [InlineData("zwölf")]
    public void What_is_no_German_amount_is_refused(string text) => Money.ParseGerman(text).Error.ShouldNotBeNull().Code.ShouldBe("money.invalid");

    [Theory]
    [InlineData(123456, "1.234,56\u00A0€", "€1,234.56", "1234.56")]
    [InlineData(0, "0,00\u00A0€", "€0.00", "0.00")]
    [InlineData(-5, "\u22120,05\u00A0€", "\u2212€0.05", "-0.05")]
    [InlineData(-123456789, "\u22121.234.567,89\u00A0€", "\u2212€1,234,567.89", "-1234567.89")]
    [InlineData(long.MinValue, "\u221292.233.720.368.547.758,08\u00A0€", "\u2212€92,233,720,368,547,758.08", "-92233720368547758.08")]
    public void An_amount_is_written(long cents, string german, string english, string api)
    {
        new Money(cents).ToString(Sentences.German).ShouldBe(german);
        new Money(cents).ToString(Sentences.English).ShouldBe(english);
        new Money(cents).ToString().ShouldBe(api);
    }

    [Fact]
    public void What_is_written_is_read_again() => Amounts.Sample(amount =>
        Money.Parse(amount.ToString()).Value == amount && Money.ParseGerman(amount.ToString(Sentences.German)).Value == amount);

    [Fact]
    public void Arithmetic_beyond_the_range_is_an_error_and_never_wraps()
    {
        Should.Throw<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Should.Throw<OverflowException>(() => -new Money(long.MinValue));
        Should.Throw<OverflowException>(() => Money.FromEuro(long.MaxValue));
        Should.Throw<OverflowException>(() => new Money(long.MaxValue).Share(20_000));
    }

    [Theory]
    [InlineData(1, 5000, 1)]
    [InlineData(-1, 5000, -1)]
    [InlineData(3, 5000, 2)]
    [InlineData(-3, 5000, -2)]
    [InlineData(100, 3333, 33)]
    [InlineData(long.MaxValue, 10_000, long.MaxValue)]
    public void A_share_is_rounded_half_away_from_zero(long cents, int basisPoints, long share) =>
        new Money(cents).Share(basisPoints).ShouldBe(new Money(share));

    [Fact]
    public void The_last_part_takes_the_difference() =>
        new Money(10_000).Allocate([3333, 3333, 3334]).ShouldBe([new Money(3333), new Money(3333), new Money(3334)]);

    [Fact]
    public void A_third_of_a_cent_is_not_lost() =>
        new Money(100).Allocate([3333, 3333, 3334]).ShouldBe([new Money(33), new Money(33), new Money(34)]);

    [Fact]
    public void Few_cents_over_many_parts_leave_no_part_negative() =>
        new Money(2).Allocate([2500, 2500, 2500, 2500]).ShouldBe([new Money(1), new Money(1), Money.Zero, Money.Zero]);

    [Fact]
    public void A_few_cents_owed_over_many_parts_leave_no_part_positive() =>
        new Money(-2).Allocate([2500, 2500, 2500, 2500]).ShouldBe([new Money(-1), new Money(-1), Money.Zero, Money.Zero]);

    [Fact]
    public void Parts_add_up_and_keep_the_sign() =>
        Gen.Select(Amounts, Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((amount, a, b) =>
        {
            var first = Math.Min(a, b);
            var parts = amount.Allocate([first, Math.Max(a, b) - first, 10_000 - Math.Max(a, b)]);
            return Money.Sum(parts) == amount && parts.All(part => part.Cents == 0 || part.IsNegative == amount.IsNegative);
        });

    [Theory]
    [InlineData(5000, 4000)]
    [InlineData(-1, 10_001)]
    public void Shares_that_do_not_add_up_to_all_are_a_bug(int first, int second) =>
        Should.Throw<ArgumentException>(() => new Money(100).Allocate([first, second]));

    [Fact]
    public void Amounts_are_ordered()
    {
        (new Money(1) < new Money(2)).ShouldBeTrue();
        (new Money(2) >= new Money(2)).ShouldBeTrue();
        (new Money(2) > new Money(2)).ShouldBeFalse();
        (new Money(2) <= new Money(2)).ShouldBeTrue();
        (new Money(2) < new Money(2)).ShouldBeFalse();
        (new Money(2) >= new Money(3)).ShouldBeFalse();
        (new Money(3) > new Money(2)).ShouldBeTrue();
        (new Money(3) <= new Money(2)).ShouldBeFalse();
        new Money(1).CompareTo(new Money(2)).ShouldBeNegative();
        new Money(1).CompareTo((object)new Money(1)).ShouldBe(0);
        new Money(1).CompareTo(null).ShouldBePositive();
        Should.Throw<ArgumentException>(() => new Money(1).CompareTo(1L)).Message.ShouldStartWith("Only amounts can be compared with an amount.");
        Money.Min(new Money(1), new Money(2)).ShouldBe(new Money(1));
        Money.Max(new Money(1), new Money(2)).ShouldBe(new Money(2));
    }
}
