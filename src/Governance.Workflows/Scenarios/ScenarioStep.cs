using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>One line of a steps file.</summary>
internal sealed record ScenarioStep(string Text, string Verb, string Argument = "", JsonNode? Json = null)
{
    /// <exception cref="FormatException">The line is no step; the message says why.</exception>
    public static ScenarioStep Parse(string line)
    {
        var text = line.Trim();
        var (verb, rest) = Split(text);
        return verb switch
        {
            "input" => new(text, verb, Json: Value(text, rest) as JsonObject ?? throw new FormatException($"\"{text}\": the input is a JSON object.")),
            "event" when Split(rest) is var (name, payload) && name.Length > 0 => new(text, verb, name, Value(text, payload)),
            "taskdone" => new(text, verb, Json: Value(text, rest)),
            "resume" or "cancel" when rest.Length == 0 => new(text, verb),
            "wait" when double.TryParse(rest, System.Globalization.CultureInfo.InvariantCulture, out _) => new(text, verb, rest),
            _ => throw new FormatException($"\"{text}\" is no step; steps are input, event, resume, taskdone, cancel and wait."),
        };
    }

    private static (string First, string Remainder) Split(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());

    private static JsonNode? Value(string line, string json)
    {
        try
        {
            return json.Length == 0 ? null : JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"\"{line}\": {e.Message}", e);
        }
    }
}
