using System.Text.Json.Nodes;

namespace Governance.Web.Tests.Attacks;

/// <summary>The places of a JSON document, and how each can be spoiled.</summary>
public static class JsonPlaces
{
    private const string Mark = "\u2620";

    /// <summary>What may stand at a place instead, as JSON; empty to leave it out. Lone surrogates stand escaped, as JSON can.</summary>
    public static IReadOnlyList<(string Shown, string Json)> Changes { get; } =
    [
        ("(left out)", ""),
        .. Hostile.Texts.Select(text => (ApiAttacks.Short(text), Quoted(text))),
        .. Hostile.Nodes.Select(node => node()?.ToJsonString() ?? "null").Select(json => (ApiAttacks.Short(json), json)),
    ];

    /// <summary>All places, the nested ones too: <c>costs.0.year</c>.</summary>
    public static IEnumerable<string> Of(JsonNode node, string prefix = "")
    {
        var parts = node switch
        {
            JsonObject many => many.Select(property => (property.Key, property.Value)),
            JsonArray list => list.Select((value, index) => (Key: $"{index}", Value: value)),
            _ => [],
        };
        foreach (var (key, value) in parts)
        {
            yield return prefix + key;
            if (value is JsonObject or JsonArray)
                foreach (var inner in Of(value, $"{prefix}{key}."))
                    yield return inner;
        }
    }

    /// <summary>The document with one place changed.</summary>
    public static string Text(JsonObject document, string place, string json)
    {
        var copy = document.DeepClone();
        var keys = place.Split('.');
        var parent = keys[..^1].Aggregate(copy, (node, key) => node is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!);
        switch (parent)
        {
            case JsonArray list when int.Parse(keys[^1], System.Globalization.CultureInfo.InvariantCulture) is var index:
                if (json.Length == 0)
                    list.RemoveAt(index);
                else
                    list[index] = Mark;
                break;
            case JsonObject many when json.Length == 0:
                many.Remove(keys[^1]);
                break;
            default:
                parent[keys[^1]] = Mark;
                break;
        }

        return copy.ToJsonString().Replace("\"\\u2620\"", json, StringComparison.Ordinal);
    }

    private static string Quoted(string text) =>
        "\"" + string.Concat(text.Select(letter => letter is '"' or '\\' || letter < ' ' || char.IsSurrogate(letter) ? $"\\u{(int)letter:x4}" : letter.ToString())) + "\"";
}
