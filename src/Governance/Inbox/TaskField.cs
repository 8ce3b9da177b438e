using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Governance.Texts;

namespace Governance.Inbox;

/// <summary>Something that a task asks for besides its answer, as the definition declares it.</summary>
/// <param name="Name">Its name in programs and in the workflow: a small letter, then letters and digits.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Type">What can be given.</param>
/// <param name="Required">True when no answer goes without it.</param>
public sealed record TaskField(string Name, LocalText Label, TaskFieldType Type, bool Required = false)
{
    /// <summary>Longest text in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>How many years a day of <see cref="Ahead"/> may lie ahead.</summary>
    public const int LongestAhead = 30;

    /// <summary>True for a day by which something is to be done: today or later.</summary>
    public bool Ahead { get; init; }

    /// <summary>What may be chosen, in its order; of <see cref="TaskFieldType.Choice"/> alone.</summary>
    public IReadOnlyList<TaskChoice> Choices { get; init; } = [];

    /// <summary>Code of the body whose voting members are the choices: put there when the task is opened; null where the definition names them.</summary>
    public string? MembersOf { get; init; }

    /// <summary>Reads what was given: text, <c>2026-11-23</c>, <c>1234.56</c>, <c>true</c> or <c>false</c>; null where nothing was. Amounts become
    /// cents, as everywhere in workflows.</summary>
    /// <returns>The value for the workflow; <c>input.required</c>, <c>input.too-long</c>, <c>task.field-date</c>, <c>task.field-ahead</c>, <c>task.field-money</c>, <c>task.field-yes-no</c>, <c>task.field-choice</c>.</returns>
    public Result<JsonNode?> Read(string? given, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(given))
            return Required ? Error.Of("input.required") : Result.Ok<JsonNode?>(null);
        var text = given.Trim();
        return Type switch
        {
            TaskFieldType.Date => ReadDay(text, today),
            TaskFieldType.Money => Money.Parse(text) is { IsSuccess: true } money ? Value(money.Value.Cents) : Error.Of("task.field-money"),
            TaskFieldType.YesNo => bool.TryParse(text, out var yes) ? Value(yes) : Error.Of("task.field-yes-no"),
            TaskFieldType.Choice => Choices.Any(choice => choice.Value == text) ? Value(text) : Error.Of("task.field-choice"),
            _ => text.Length > LongestText ? Error.Of("input.too-long") : Value(text),
        };
    }

    private Result<JsonNode?> ReadDay(string text, DateOnly today)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Error.Of("task.field-date");
        return Ahead && (day < today || day > today.AddYears(LongestAhead)) ? Error.Of("task.field-ahead", ("today", today), ("years", LongestAhead)) : Value(text);
    }

    private static Result<JsonNode?> Value<T>(T value) => Result.Ok<JsonNode?>(JsonValue.Create(value));
}

/// <summary>One answer of a field that is chosen.</summary>
/// <param name="Value">In programs and in the workflow.</param>
/// <param name="Label">What is read.</param>
public sealed record TaskChoice(string Value, LocalText Label);

/// <summary>What a field takes. Written in definitions as text, date, money, yes-no, choice.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskFieldType>))]
public enum TaskFieldType
{
    /// <summary>A line of text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A day.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>An amount in euro.</summary>
    [JsonStringEnumMemberName("money")]
    Money,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("yes-no")]
    YesNo,

    /// <summary>One of a few answers, see <see cref="TaskField.Choices"/>.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,
}

/// <summary>A field that was filled in.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">As <see cref="TaskField.Read"/> gave it.</param>
public sealed record AnsweredField(TaskField Field, JsonNode Value);
