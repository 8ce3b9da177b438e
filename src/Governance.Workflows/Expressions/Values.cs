using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Governance.Workflows;

/// <summary>
/// Values are JSON: a number keeps its written digits, so that long and decimal stay exact. A value that is stored
/// somewhere is never changed in place; whoever puts one into a parent clones it.
/// </summary>
internal static class Values
{
    private static readonly JsonSerializerOptions Encoding = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static JsonObject Object(IEnumerable<KeyValuePair<string, JsonNode?>> values)
    {
        var result = new JsonObject();
        foreach (var (key, value) in values) result[key] = value?.DeepClone();
        return result;
    }

    public static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(i => (JsonNode)i)]);

    /// <summary>As Elsa turns a value into text: True for true, JSON for lists and objects, nothing for null.</summary>
    public static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Number => Digits(value),
        _ => value.ToJsonString(Encoding),
    };

    /// <summary>The written digits of a number.</summary>
    public static string Digits(JsonNode number) => number.ToJsonString();

    /// <summary>The instant (UTC) of a value whose type is one, or null.</summary>
    public static DateTime? Instant(JsonNode? value, string typeName) => typeName is "DateTime" or "DateTimeOffset" && IsText(value)
        && DateTimeOffset.TryParse(value!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null;

    public static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    public static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    public static double Double(JsonNode number) => double.Parse(Digits(number), CultureInfo.InvariantCulture);

    public static bool Same(JsonNode? a, JsonNode? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.ToJsonString() == b.ToJsonString());
}
