using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Web.Ui.Preferences;

namespace Governance.Web.Ui.Format;

/// <summary>Money as people read and type it: <c>1.234,56 €</c>, in whole cents.</summary>
public static partial class Euro
{
    /// <summary>With the sign: no-break space, and U+2212 for minus.</summary>
    public static string Format(long cents) => Number(cents) + "\u00A0€";

    /// <summary>Without the sign, for columns whose head says "in €" and for input fields.</summary>
    public static string Number(long cents)
    {
        // As decimal, because long.MinValue has no positive counterpart.
        var amount = Math.Abs((decimal)cents) / 100;
        return (cents < 0 ? "\u2212" : "") + amount.ToString("N2", Cultures.Formats);
    }

    /// <summary>Thousands of euro, as bars speak: <c>152 T€</c>.</summary>
    public static string Thousands(long cents) =>
        Math.Round(cents / 100_000m, MidpointRounding.AwayFromZero).ToString("N0", Cultures.Formats).Replace('-', '\u2212') + "\u00A0T€";

    /// <summary>
    /// Reads <c>1.234,56 €</c>, <c>1234,5</c>, <c>1 234</c>, <c>-12,00</c>. A point only groups thousands: <c>12.50</c> is
    /// refused rather than read as 1250, and so is more than two decimals.
    /// </summary>
    public static bool TryParse(string? text, out long cents)
    {
        cents = 0;
        var match = Pattern().Match(text?.Trim() ?? "");
        if (!match.Success) return false;
        var whole = Grouping().Replace(match.Groups["whole"].Value, "");
        var fraction = match.Groups["cents"].Value.PadRight(2, '0');
        if (!long.TryParse(whole + fraction, NumberStyles.None, CultureInfo.InvariantCulture, out cents)) return false;
        if (match.Groups["minus"].Success) cents = -cents;
        return true;
    }

    [GeneratedRegex(@"^(?<minus>[-\u2212])?\s?(?<whole>[0-9]{1,3}([.\s\u00A0\u202F][0-9]{3})+|[0-9]+)(,(?<cents>[0-9]{1,2}))?\s*(€|EUR|Euro)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 100)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[.\s\u00A0\u202F]", RegexOptions.None, 100)]
    private static partial Regex Grouping();
}
