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
    private static readonly System.Text.Encoding Utf8 = System.Text.Encoding.UTF8;

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

    /// <summary>About how many characters a value has; an item of a list or object counts as ten.</summary>
    public static long Length(JsonNode? value) => value switch
    {
        JsonArray list => list.Sum(item => 10 + Length(item)),
        JsonObject named => named.Sum(item => 10 + item.Key.Length + Length(item.Value)),
        _ => IsText(value) ? value!.GetValue<string>().Length : 0,
    };

    /// <summary>The value with nothing in it that no file and no database takes: half a character becomes the sign for "unreadable".</summary>
    public static JsonNode? Readable(JsonNode? value)
    {
        switch (value)
        {
            case JsonArray list when list.Any(item => !ReferenceEquals(Readable(item), item)):
                return new JsonArray([.. list.Select(item => Readable(item)?.DeepClone())]);
            case JsonObject named when named.Any(item => !ReferenceEquals(Readable(item.Value), item.Value) || !ReferenceEquals(Readable(item.Key), item.Key)):
                var result = new JsonObject();
                foreach (var (name, item) in named) result[Readable(name)] = Readable(item)?.DeepClone();
                return result;
            default:
                return IsText(value) && Whole(value!) is { } whole ? whole : value;
        }
    }

    /// <summary>The same text where it is readable.</summary>
    public static string Readable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return Utf8.GetString(Utf8.GetBytes(text));
        }
        return text;
    }

    /// <summary>Null where nothing is to be mended.</summary>
    private static JsonValue? Whole(JsonNode value)
    {
        try
        {
            var text = value.GetValue<string>();
            return ReferenceEquals(Readable(text), text) ? null : JsonValue.Create(Readable(text));
        }
        catch (InvalidOperationException)
        {
            // Half a character written as an escape: what read the file left it as it was.
            return JsonValue.Create("\uFFFD");
        }
    }

    public static bool Same(JsonNode? a, JsonNode? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.ToJsonString() == b.ToJsonString());
}
