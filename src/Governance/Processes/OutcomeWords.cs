using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Texts;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>An outcome as people call it: the answer's own label where the definition names its answers, else the word for it.</summary>
internal static class OutcomeWords
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>One outcome.</summary>
    public static LocalText Of(ActivityNode? node, string outcome) => Label(node, outcome) ?? Of(new Term("outcome", outcome));

    /// <summary>Several, one after the other; null for none.</summary>
    public static LocalText? Of(ActivityNode? node, IReadOnlyList<string>? outcomes)
    {
        if (outcomes is null || outcomes.Count == 0)
            return null;
        var words = outcomes.Select(outcome => Of(node, outcome)).ToList();
        return new(string.Join(", ", words.Select(word => word.De)), string.Join(", ", words.Select(word => word.En)));
    }

    private static LocalText Of(Term term) => new(term.Render(German), term.Render(English));

    private static LocalText? Label(ActivityNode? node, string outcome) =>
        node?.Descriptor?.OutcomesFrom is { } input && node.Inputs.TryGetValue(input, out var expression) && expression.Type is "Object" or "Literal"
            ? ProcessMap.TextOf(Answers(node.Inputs[input])?.OfType<JsonObject>().FirstOrDefault(answer => answer["outcome"] is JsonValue value && value.ToString() == outcome)?["label"])
            : null;

    private static JsonArray? Answers(Expression answers)
    {
        if (answers.Value is JsonArray list)
            return list;
        try
        {
            return JsonNode.Parse(answers.Text) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
