using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// Converts values to Elsa's types, named by their aliases. <see cref="Strict"/> throws where a value has no meaning in
/// the type; <see cref="Lenient"/> then gives the type's default, as Elsa does for inputs.
/// </summary>
internal static class Conversion
{
    /// <summary>As Elsa converts inputs: "yes" is no Boolean, so it is false; text that is no number is 0.</summary>
    public static JsonNode? Lenient(JsonNode? value, string typeName)
    {
        try
        {
            return Strict(value, typeName);
        }
        catch (ConversionException)
        {
            return Default(typeName);
        }
    }

    /// <summary>For default values in a definition: what does not fit is null.</summary>
    public static JsonNode? OrNull(JsonNode? value, string typeName)
    {
        try
        {
            return Strict(value, typeName);
        }
        catch (ConversionException)
        {
            return null;
        }
    }

    /// <exception cref="ConversionException">The value has no meaning in the type.</exception>
    public static JsonNode? Strict(JsonNode? value, string typeName)
    {
        if (value is null) return null;
        var type = typeName.TrimEnd('?');
        if (type.EndsWith("[]", StringComparison.Ordinal)) return List(value, type[..^2]);
        return type switch
        {
            "String" => Values.Text(value),
            "Boolean" or "Bool" => Boolean(value),
            "Int16" => Integer(value, short.MinValue, short.MaxValue, type),
            "Int32" or "Int" => Integer(value, int.MinValue, int.MaxValue, type),
            "Int64" or "Long" => Integer(value, long.MinValue, long.MaxValue, type),
            "Double" or "Single" or "Float" => JsonValue.Create(Number(value, type, double.Parse)),
            "Decimal" => JsonValue.Create(Number(value, type, decimal.Parse)),
            "DateTime" or "DateTimeOffset" => Parsed(value, type, t => DateTimeOffset.TryParse(t, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)),
            "DateOnly" => Parsed(value, type, t => DateOnly.TryParse(t, CultureInfo.InvariantCulture, out _)),
            "TimeSpan" => Parsed(value, type, t => TimeSpan.TryParse(t, CultureInfo.InvariantCulture, out _)),
            "Guid" => Parsed(value, type, t => Guid.TryParse(t, out _)),
            _ => Structured(value, type),
        };
    }

    private static JsonValue? Default(string typeName) => typeName switch
    {
        "Boolean" => JsonValue.Create(false),
        "Int16" or "Int32" or "Int64" or "Double" or "Single" or "Decimal" => JsonValue.Create(0),
        _ => null,
    };

    private static JsonValue Boolean(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Number => JsonValue.Create(Values.Double(value) != 0),
        JsonValueKind.String when bool.TryParse(value.GetValue<string>(), out var parsed) => JsonValue.Create(parsed),
        _ => throw Misfit(value, "Boolean"),
    };

    private static JsonValue Integer(JsonNode value, long min, long max, string type)
    {
        var number = Number(value, type, (text, style, culture) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var exact) ? exact : WholeOf(text, style, culture));
        return number < min || number > max ? throw Misfit(value, type) : JsonValue.Create(number);

        long WholeOf(string text, NumberStyles style, IFormatProvider? culture)
        {
            // Text must be a whole number; a number is rounded as .NET converts it.
            if (Values.IsText(value)) throw Misfit(value, type);
            var rounded = Math.Round(double.Parse(text, style, culture), MidpointRounding.ToEven);
            return rounded is >= -9.2e18 and <= 9.2e18 ? (long)rounded : throw Misfit(value, type);
        }
    }

    private static T Number<T>(JsonNode value, string type, Func<string, NumberStyles, IFormatProvider?, T> parse)
    {
        var text = value.GetValueKind() switch
        {
            JsonValueKind.Number => Values.Digits(value),
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            JsonValueKind.String => value.GetValue<string>().Trim(),
            _ => throw Misfit(value, type),
        };
        try
        {
            return parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw Misfit(value, type);
        }
    }

    private static JsonNode Parsed(JsonNode value, string type, Func<string, bool> parses) =>
        Values.IsText(value) && parses(value.GetValue<string>()) ? value : throw Misfit(value, type);

    private static JsonArray List(JsonNode value, string elementType)
    {
        if (Values.IsText(value) && value.GetValue<string>().TrimStart().StartsWith('[')) value = Parse(value.GetValue<string>(), elementType + "[]");
        if (value is JsonArray array) return new([.. array.Select(item => Strict(item, elementType)?.DeepClone())]);
        return Values.IsText(value) && elementType == "String" ? new(value.DeepClone()) : throw Misfit(value, elementType + "[]");
    }

    /// <summary>Object takes everything as it is; dictionaries, lists and other classes take JSON text too.</summary>
    private static JsonNode? Structured(JsonNode value, string type)
    {
        if (type is "Object" or "Any" || !Values.IsText(value)) return value;
        var text = value.GetValue<string>().TrimStart();
        return text is ['{' or '[', ..] ? Parse(text, type) : value;
    }

    private static JsonNode Parse(string text, string type)
    {
        try
        {
            return JsonNode.Parse(text) ?? throw Misfit(JsonValue.Create(text), type);
        }
        catch (JsonException)
        {
            throw Misfit(JsonValue.Create(text), type);
        }
    }

    private static ConversionException Misfit(JsonNode value, string type)
    {
        var text = value.ToJsonString();
        return new($"{(text.Length > 80 ? text[..77] + "…" : text)} is no {type}.");
    }
}
