using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Texts;

/// <summary>Stores reasons with the types of their facts, so that they are rendered years later exactly as they would have been
/// on the day: <c>{"code":…,"facts":{"total":{"money":18640000}}}</c>.</summary>
public static class ReasonJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One reason as text.</summary>
    public static string Write(Reason reason) => Node(reason).ToJsonString(Options);

    /// <summary>Several reasons as text.</summary>
    public static string Write(IEnumerable<Reason> reasons) => new JsonArray([.. reasons.Select(reason => (JsonNode)Node(reason))]).ToJsonString(Options);

    /// <summary>What was stored: one reason or several.</summary>
    /// <exception cref="JsonException">The text was not written here.</exception>
    public static IReadOnlyList<Reason> Read(string? stored) => stored is null ? [] : JsonNode.Parse(stored) switch
    {
        JsonArray several => [.. several.Select(one => Reason(one!.AsObject()))],
        JsonObject one => [Reason(one)],
        _ => throw new JsonException("Neither a reason nor a list of reasons."),
    };

    private static JsonObject Node(Reason reason)
    {
        var facts = new JsonObject();
        foreach (var (name, value) in reason.Facts)
            facts[name] = Fact(value);
        return new JsonObject { ["code"] = reason.Code, ["facts"] = facts };
    }

    private static JsonNode? Fact(object? value) => value switch
    {
        null => null,
        Money money => new JsonObject { ["money"] = money.Cents },
        DateOnly date => new JsonObject { ["date"] = date.ToString("O", CultureInfo.InvariantCulture) },
        Term term => new JsonObject { ["term"] = term.Kind, ["of"] = term.Code },
        Reason reason => new JsonObject { ["reason"] = Node(reason) },
        bool truth => truth,
        int number => number,
        long number => number,
        string text => text,
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Fact)]),
        _ => throw new NotSupportedException($"A fact of type {value.GetType().Name} cannot be stored."),
    };

    private static Reason Reason(JsonObject node) => new(
        (string)node["code"]!,
        node["facts"]!.AsObject().ToDictionary(fact => fact.Key, fact => Value(fact.Value), StringComparer.Ordinal));

    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => list.Select(Value).ToArray(),
        JsonObject typed when typed["money"] is { } cents => new Money((long)cents),
        JsonObject typed when typed["date"] is { } date => DateOnly.Parse((string)date!, CultureInfo.InvariantCulture),
        JsonObject typed when typed["term"] is { } kind => new Term((string)kind!, (string)typed["of"]!),
        JsonObject typed when typed["reason"] is { } reason => Reason(reason.AsObject()),
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        _ => (string)node!,
    };
}
