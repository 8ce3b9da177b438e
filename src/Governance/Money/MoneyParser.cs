using System.Globalization;
using System.Text.RegularExpressions;

namespace Governance;

/// <summary>Reads amounts. What may mean two things is refused and never guessed.</summary>
internal static partial class MoneyParser
{
    private const int MaximumEuroDigits = 15;

    /// <returns>The amount, or <c>money.invalid</c>, <c>money.too-many-decimals</c>, <c>money.too-large</c>.</returns>
    internal static Result<Money> ParseApi(string? text)
    {
        var match = ApiPattern().Match(text ?? "");
        return match.Success ? ToMoney(match, text!) : Error.Of("money.invalid", ("text", text ?? ""));
    }

    /// <returns>The amount, or <c>money.ambiguous</c> and the errors of the API format.</returns>
    internal static Result<Money> ParseGerman(string? text)
    {
        var cleaned = Decoration().Replace(text ?? "", "").Replace('\u2212', '-');
        if (AmbiguousPattern().IsMatch(cleaned))
            return Error.Of("money.ambiguous", ("text", text));

        var match = GermanPattern().Match(cleaned);
        return match.Success ? ToMoney(match, text!) : Error.Of("money.invalid", ("text", text ?? ""));
    }

    private static Result<Money> ToMoney(Match match, string text)
    {
        var euroDigits = match.Groups["euro"].Value.Replace(".", "", StringComparison.Ordinal);
        var decimals = match.Groups["cents"].Value;
        if (decimals.Length > 2)
            return Error.Of("money.too-many-decimals", ("text", text));
        if (euroDigits.Length > MaximumEuroDigits)
            return Error.Of("money.too-large", ("text", text));

        var cents = long.Parse(euroDigits + decimals.PadRight(2, '0'), CultureInfo.InvariantCulture);
        return new Money(match.Groups["sign"].Length > 0 ? -cents : cents);
    }

    [GeneratedRegex(@"\A(?<sign>-)?(?<euro>[0-9]+)(\.(?<cents>[0-9]+))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ApiPattern();

    [GeneratedRegex(@"\A(?<sign>-)?(?<euro>[0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,(?<cents>[0-9]+))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GermanPattern();

    // 12.34 is English for 12,34 or a slip in 1.234; 1,234 is English for 1.234 or a slip in 1,23.
    [GeneratedRegex(@"\A-?([0-9]+\.[0-9]{1,2}|[0-9]{4,}\.[0-9]{3}|[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AmbiguousPattern();

    [GeneratedRegex(@"\A[\s\u00A0]+|[\s\u00A0]*(€|EUR)?[\s\u00A0]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decoration();
}
