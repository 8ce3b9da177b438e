using System.Globalization;

namespace Governance;

/// <summary>Writes amounts. Made by hand and not by the operating system's culture data, so that every machine writes the same.</summary>
internal static class MoneyFormat
{
    private const char NoBreakSpace = '\u00A0';
    private const char Minus = '\u2212';

    private static readonly NumberFormatInfo German = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    internal static string ToApi(Money money)
    {
        var (sign, euro, cents) = Split(money);
        return string.Create(CultureInfo.InvariantCulture, $"{(sign ? "-" : "")}{euro}.{cents:00}");
    }

    internal static string ToText(Money money, CultureInfo culture)
    {
        var (sign, euro, cents) = Split(money);
        var minus = sign ? Minus.ToString() : "";
        return culture.TwoLetterISOLanguageName == "en"
            ? string.Create(CultureInfo.InvariantCulture, $"{minus}€{euro:#,0}.{cents:00}")
            : $"{minus}{euro.ToString("#,0", German)},{cents.ToString("00", German)}{NoBreakSpace}€";
    }

    private static (bool Negative, UInt128 Euro, int Cents) Split(Money money)
    {
        // A wider type, because the smallest long has no positive counterpart.
        var absolute = (UInt128)Int128.Abs(money.Cents);
        return (money.IsNegative, absolute / 100, (int)(absolute % 100));
    }
}
