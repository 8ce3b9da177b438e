using System.Globalization;
using System.Text;
using System.Text.Json;
using DotLiquid;

namespace Governance.Workflows;

/// <summary>Filters in which the template library differs from Elsa's: numbers are decimals, and what Elsa adds.</summary>
internal static class LiquidFilters
{
    public static object Plus(object input, object operand) => Number(input) + Number(operand);

    public static object Minus(object input, object operand) => Number(input) - Number(operand);

    public static object Times(object input, object operand) => Number(input) * Number(operand);

    /// <summary>By a whole number: rounded down.</summary>
    public static object DividedBy(object input, object operand)
    {
        var quotient = Number(input) / Number(operand);
        return operand is int or long || Number(operand).Scale == 0 ? Math.Floor(quotient) : quotient;
    }

    public static object Modulo(object input, object operand) => Number(input) % Number(operand);

    public static object? Size(object? input) => input switch
    {
        null => null,
        string text => text.Length,
        Hash hash => hash.Count,
        System.Collections.IEnumerable items => items.Cast<object>().Count(),
        _ => 0,
    };

    public static object Default(object? input, object fallback) => input is null or false or "" ? fallback : input;

    public static string? Join(object? input, string separator = "") => input switch
    {
        null => null,
        string text => text,
        System.Collections.IEnumerable items => string.Join(separator, items.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture))),
        _ => Convert.ToString(input, CultureInfo.InvariantCulture),
    };

    public static string Json(object? input) => JsonSerializer.Serialize(input);

    public static string? Base64(object? input) => input switch
    {
        null => null,
        string text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        bool flag => Base64(flag.ToString()),
        IFormattable number => Base64(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Base64(JsonSerializer.Serialize(input)),
    };

    public static IEnumerable<string> Keys(Hash input) => input.Keys;

    private static decimal Number(object? value) => value switch
    {
        null => 0,
        string text => decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : 0,
        bool flag => flag ? 1 : 0,
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => 0,
    };
}
