using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Governance.Inbox;

/// <summary>The values of a form's fields: read from what was given, written for the row, read back with their labels. Pure.</summary>
public static partial class TaskData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values by name, every declared field once, null where nothing was given; empty for a form without fields.</summary>
    /// <returns><c>input.invalid</c> with every wrong, missing or unknown field by its name, <c>Data.NAME</c>.</returns>
    public static Result<JsonObject> Read(IReadOnlyList<TaskField> fields, IReadOnlyDictionary<string, string?>? given, DateOnly today)
    {
        var values = new JsonObject();
        var wrong = new Dictionary<string, Error[]>(StringComparer.Ordinal);
        foreach (var unknown in (given ?? new Dictionary<string, string?>(StringComparer.Ordinal)).Keys.Where(name => !fields.Any(field => field.Name == name)))
            wrong[Key(unknown)] = [Error.Of("task.field-unknown")];
        foreach (var field in fields)
        {
            var value = field.Read(given?.GetValueOrDefault(field.Name), today);
            if (value.IsSuccess)
                values[field.Name] = value.Value;
            else
                wrong[Key(field.Name)] = [value.Error];
        }

        return wrong.Count == 0 ? values : Error.Of("input.invalid") with { Fields = wrong };
    }

    /// <summary>Of the values that a definition suggests those that their fields would take today, as they would be typed.</summary>
    public static IReadOnlyDictionary<string, string> Suggested(IReadOnlyList<TaskField> fields, JsonObject? values, DateOnly today) => fields
        .Select(field => (field, Text: values?[field.Name] is JsonValue value ? Typed(field, value) : ""))
        .Where(one => one.Text.Length > 0 && one.field.Read(one.Text, today).IsSuccess)
        .ToDictionary(one => one.field.Name, one => one.Text, StringComparer.Ordinal);

    // Amounts are cents in workflows.
    private static string Typed(TaskField field, JsonValue value) => (field.Type, long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cents)) switch
    {
        (TaskFieldType.Money, true) => new Money(cents).ToString(),
        (TaskFieldType.Money, false) => "",
        _ => value.ToString(),
    };

    /// <summary>The name under which a field's error is told.</summary>
    public static string Key(string field) => $"{nameof(CompleteTask.Data)}.{field}";

    /// <summary>As stored.</summary>
    internal static string Write(JsonObject data) => data.ToJsonString(Json);

    /// <summary>The fields that were filled in, in the form's order.</summary>
    internal static IReadOnlyList<AnsweredField> Answered(IReadOnlyList<TaskField> fields, string? stored) =>
        stored is null || JsonNode.Parse(stored) is not JsonObject data ? [] : [.. fields.Where(field => data[field.Name] is not null).Select(field => new AnsweredField(field, data[field.Name]!))];

    /// <summary>The first field that is chosen with nothing to choose from, or the other way round; or null.</summary>
    internal static string? WrongChoices(IReadOnlyList<TaskField> fields) =>
        fields.FirstOrDefault(field => field.Type == TaskFieldType.Choice ? !HasChoices(field) : field.Choices.Count > 0)?.Name;

    /// <summary>The first name that a definition must not give, or null.</summary>
    internal static string? WrongName(IReadOnlyList<TaskField> fields) =>
        fields.Select(field => field.Name).FirstOrDefault(name => !Name().IsMatch(name)) ?? fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)?.Key;

    private static bool HasChoices(TaskField field) =>
        field.Choices.Count > 0 && field.Choices.All(choice => choice is { Value.Length: > 0 and <= TaskField.LongestText, Label: not null }) && field.Choices.DistinctBy(choice => choice.Value, StringComparer.Ordinal).Count() == field.Choices.Count;

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]{0,49}\z", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
