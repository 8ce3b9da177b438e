using System.Globalization;
using System.Text.Json.Nodes;

namespace Governance.Texts;

/// <summary>Reasons as JSON, the form they are stored in. Facts keep their types, so that an old reason still renders in every
/// language: <c>{"code":"…","facts":{"total":{"money":"12.00"},"day":{"date":"2026-03-31"},"count":3}}</c>.</summary>
public static class ReasonJson
{
    /// <summary>The JSON of a reason.</summary>
    /// <exception cref="NotSupportedException">A fact has a type that is not listed at <see cref="Reason"/>: a bug of the rule.</exception>
    public static string Serialize(Reason reason) => Write(reason).ToJsonString();

    /// <summary>The JSON of several reasons in their order.</summary>
    public static string Serialize(IEnumerable<Reason> reasons) => new JsonArray([.. reasons.Select(Write)]).ToJsonString();

    /// <summary>A reason from its JSON.</summary>
    /// <exception cref="System.Text.Json.JsonException">Not JSON; only what <see cref="Serialize(Reason)"/> wrote is read.</exception>
    public static Reason Deserialize(string json) => Read(JsonNode.Parse(json)!.AsObject());

    /// <summary>Several reasons from their JSON.</summary>
    public static IReadOnlyList<Reason> DeserializeList(string json) =>
        [.. JsonNode.Parse(json)!.AsArray().Select(node => Read(node!.AsObject()))];

    /// <summary>What a column holds: nothing, one reason or several.</summary>
    public static IReadOnlyList<Reason> ReadAll(string? stored) => stored is null ? [] : stored.StartsWith('[') ? DeserializeList(stored) : [Deserialize(stored)];

    private static JsonObject Write(Reason reason) => new()
    {
        ["code"] = reason.Code,
        ["facts"] = new JsonObject(reason.Facts.Select(fact => KeyValuePair.Create(fact.Key, WriteFact(fact.Value)))),
    };

    private static JsonNode? WriteFact(object? fact) => fact switch
    {
        null => null,
        string text => JsonValue.Create(text),
        int or long => JsonValue.Create(Convert.ToInt64(fact, CultureInfo.InvariantCulture)),
        Money money => new JsonObject { ["money"] = money.ToString() },
        DateOnly date => new JsonObject { ["date"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        Term { Name: { } name } term => new JsonObject { ["term"] = term.Code, ["kind"] = term.Kind, ["de"] = name.De, ["en"] = name.En },
        Term term => new JsonObject { ["term"] = term.Code, ["kind"] = term.Kind },
        Reason reason => Write(reason),
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(WriteFact)]),
        _ => throw new NotSupportedException($"A fact of type {fact.GetType()} cannot be stored."),
    };

    private static Reason Read(JsonObject json) => new(
        json["code"]!.GetValue<string>(),
        json["facts"]!.AsObject().ToDictionary(fact => fact.Key, fact => ReadFact(fact.Value), StringComparer.Ordinal));

    private static object? ReadFact(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => list.Select(ReadFact).ToArray(),
        JsonObject fact when fact["money"] is { } money => Money.Parse(money.GetValue<string>()).Value,
        JsonObject fact when fact["date"] is { } date => DateOnly.ParseExact(date.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        JsonObject fact when fact["term"] is { } term => new Term(fact["kind"]!.GetValue<string>(), term.GetValue<string>())
        {
            Name = fact["de"] is { } german && fact["en"] is { } english ? new(german.GetValue<string>(), english.GetValue<string>()) : null,
        },
        JsonObject fact => Read(fact),
        _ => node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? node.GetValue<long>() : node.GetValue<string>(),
    };
}
