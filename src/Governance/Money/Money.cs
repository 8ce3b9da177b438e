using System.Globalization;

namespace Governance;

/// <summary>An amount in euro cents. Every operation is exact and checked for overflow; there is no floating point.</summary>
/// <param name="Cents">Euro cents; may be negative.</param>
public readonly record struct Money(long Cents) : IComparable<Money>, IComparable
{
    /// <summary>0.00 €.</summary>
    public static Money Zero => new(0);

    /// <summary>The amount of whole euros.</summary>
    /// <exception cref="OverflowException">More than about 92 quadrillion euro.</exception>
    public static Money FromEuro(long euro) => new(checked(euro * 100));

    /// <summary>True below zero.</summary>
    public bool IsNegative => Cents < 0;

    /// <summary>Sum; throws <see cref="OverflowException"/> beyond the range of a long.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    /// <summary>Difference; throws <see cref="OverflowException"/> beyond the range of a long.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money value) => new(checked(-value.Cents));

    /// <summary>Smaller than.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <summary>Greater than.</summary>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <summary>At most.</summary>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <summary>At least.</summary>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>Sum of all amounts; zero for none.</summary>
    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The greater of two amounts.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>A share in basis points (10,000 = all), rounded half away from zero to the cent.</summary>
    public Money Share(int basisPoints)
    {
        var product = (Int128)Cents * basisPoints;
        var rounding = product < 0 ? -5_000 : 5_000;
        return new Money(checked((long)((product + rounding) / 10_000)));
    }

    /// <summary>Splits the amount by shares in basis points that add up to 10,000. Each part is rounded half away from zero,
    /// the last one takes the difference, so that the parts always add up to the amount.</summary>
    /// <exception cref="ArgumentException">A share is negative, or the shares do not add up to 10,000: a bug of the caller.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<int> basisPoints)
    {
        if (basisPoints.Any(share => share < 0) || basisPoints.Sum() != 10_000)
            throw new ArgumentException("Shares must not be negative and add up to 10,000 basis points.", nameof(basisPoints));

        var parts = new Money[basisPoints.Count];
        var rest = this;
        for (var i = 0; i < parts.Length - 1; i++)
        {
            // A few cents over many parts would round up to more than there is; the last part must not turn negative.
            var part = Share(basisPoints[i]);
            parts[i] = IsNegative ? Max(part, rest) : Min(part, rest);
            rest -= parts[i];
        }

        parts[^1] = rest;
        return parts;
    }

    /// <inheritdoc />
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <inheritdoc />
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        _ => throw new ArgumentException("Only amounts can be compared with an amount.", nameof(obj)),
    };

    /// <summary>The API format, <c>1234.56</c>: always two decimals, no grouping.</summary>
    public override string ToString() => MoneyFormat.ToApi(this);

    /// <summary>For people: <c>1.234,56 €</c> (German, the default) or <c>€1,234.56</c> (English).</summary>
    public string ToString(CultureInfo culture) => MoneyFormat.ToText(this, culture);

    /// <summary>Reads the API format.</summary>
    /// <inheritdoc cref="MoneyParser.ParseApi" />
    public static Result<Money> Parse(string? text) => MoneyParser.ParseApi(text);

    /// <summary>Reads what a person types in German.</summary>
    /// <inheritdoc cref="MoneyParser.ParseGerman" />
    public static Result<Money> ParseGerman(string? text) => MoneyParser.ParseGerman(text);

    /// <summary>Reads what a person types in German; false with zero when it is refused.</summary>
    public static bool TryParseGerman(string? text, out Money money)
    {
        var result = MoneyParser.ParseGerman(text);
        money = result.IsSuccess ? result.Value : Zero;
        return result.IsSuccess;
    }
}
