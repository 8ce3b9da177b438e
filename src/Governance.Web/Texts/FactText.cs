using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Governance.Web.Ui.Format;

namespace Governance.Web.Texts;

/// <summary>Fills <c>{name}</c> in a text with facts. Numbers, dates and amounts are German in both languages, as on every page.</summary>
public static partial class FactText
{
    private static readonly CultureInfo Formats = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The text with its facts; a placeholder without a fact stays, so that it is noticed.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, object?> facts) =>
        Placeholder().Replace(text, match => facts.TryGetValue(match.Groups["name"].Value, out var fact) ? Format(fact) : match.Value);

    /// <summary>Facts as they are stored: plain JSON, or <c>{"date":"2026-03-01"}</c> and <c>{"money":123456}</c> in cents.</summary>
    public static IReadOnlyDictionary<string, object?> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(fact => fact.Name, fact => Value(fact.Value), StringComparer.Ordinal);
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when json.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => json.GetDecimal(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.Object when json.TryGetProperty("date", out var date) => DateOnly.Parse(date.GetString()!, CultureInfo.InvariantCulture),
        JsonValueKind.Object when json.TryGetProperty("money", out var cents) => (cents.GetInt64() / 100m).ToString("#,0.00 €", Formats),
        JsonValueKind.Object when json.TryGetProperty("of", out var term) => term.GetString(),

        // A text of a workflow definition, in the reader's language.
        JsonValueKind.Object when json.TryGetProperty("De", out var german) && json.TryGetProperty("En", out var english) =>
            (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : german).GetString(),
        _ => json.ToString(),
    };

    private static string Format(object? fact) => fact switch
    {
        null => "–",
        string text => text,
        bool truth => truth ? "✓" : "–",
        DateOnly day => day.ToString("dd.MM.yyyy", Formats),
        DateTime utc => Berlin.Local(utc).ToString("dd.MM.yyyy, HH:mm", Formats),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Format)),
        IFormattable formattable => formattable.ToString(fact is int or long ? "#,0" : null, Formats),
        _ => fact.ToString() ?? "",
    };

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
