using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Inbox;
using Governance.Web.Texts;
using Governance.Web.Ui.Fields;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Governance.Web.Pages.Inbox;

/// <summary>A task's own fields between the form and the use case: what people type becomes what <see cref="TaskField"/> reads.</summary>
public static class TaskFields
{
    /// <summary>How their names begin in the form.</summary>
    public const string Prefix = nameof(CompleteTask.Data) + ".";

    /// <summary>True when the form has such fields.</summary>
    public static bool AreIn(IFormCollection form) => form.Keys.Any(key => key.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>The values by name; what cannot be read is told at its field, and everything typed is shown again.</summary>
    public static Dictionary<string, string?> Read(IFormCollection form, IReadOnlyList<TaskField> fields, ModelStateDictionary state, TextCatalog texts)
    {
        foreach (var typed in form.Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            state.SetModelValue(typed.Key, typed.Value.ToString(), typed.Value.ToString());

            // A value that nobody judged would make the whole form invalid.
            state.MarkFieldValid(typed.Key);
        }

        return fields.ToDictionary(field => field.Name, field => Value(form, field, state, texts), StringComparer.Ordinal);
    }

    /// <summary>What was typed in a field, as it was typed; empty where nothing was.</summary>
    public static string Typed(IFormCollection form, TaskField field) => field.Type == TaskFieldType.Date
        ? string.Join('.', new[] { DayParts.Day, DayParts.Month, DayParts.Year }.Select(part => form[$"{Prefix}{field.Name}.{part}"].ToString().Trim()).Where(part => part.Length > 0))
        : form[Prefix + field.Name].ToString().Trim();

    /// <summary>What was given, in words: days and amounts as everywhere.</summary>
    public static string Words(this TextCatalog texts, AnsweredField answered) => answered.Field.Type switch
    {
        TaskFieldType.Date => Dates.Short(Day(answered.Value.GetValue<string>())!.Value),
        TaskFieldType.Money => Euro.Format(answered.Value.GetValue<long>()),
        TaskFieldType.YesNo => texts.YesNo(answered.Value.GetValue<bool>()),
        TaskFieldType.Choice => answered.Field.Choices.FirstOrDefault(choice => choice.Value == answered.Value.GetValue<string>())?.Label.In(CultureInfo.CurrentUICulture) ?? answered.Value.GetValue<string>(),
        _ => answered.Value.GetValue<string>(),
    };

    /// <summary>The same for programs: amounts as <c>1234.56</c>, days in ISO.</summary>
    public static JsonNode Api(this AnsweredField answered) =>
        answered.Field.Type == TaskFieldType.Money ? JsonValue.Create(new Money(answered.Value.GetValue<long>()).ToString()) : answered.Value.DeepClone();

    /// <summary>A stored day, or null.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Stored cents, or null.</summary>
    public static long? Cents(string? text) => Money.Parse(text) is { IsSuccess: true } money ? money.Value.Cents : null;

    private static string? Value(IFormCollection form, TaskField field, ModelStateDictionary state, TextCatalog texts)
    {
        var name = Prefix + field.Name;
        if (field.Type == TaskFieldType.Date)
            return Date(form, name, state, texts);
        var text = form[name].ToString().Trim();
        if (text.Length == 0 || field.Type != TaskFieldType.Money)
            return text.Length == 0 ? null : text;
        if (Euro.TryParse(text, out var cents))
            return new Money(cents).ToString();
        state.AddModelError(name, texts["Ui.Field.NotMoney"]);
        return null;
    }

    private static string? Date(IFormCollection form, string name, ModelStateDictionary state, TextCatalog texts)
    {
        string[] parts = [Part(DayParts.Year).PadLeft(4, '0'), Part(DayParts.Month).PadLeft(2, '0'), Part(DayParts.Day).PadLeft(2, '0')];
        if (parts.All(part => part.All(digit => digit == '0')))
            return null;
        if (Day(string.Join('-', parts)) is { } day)
            return Dates.Iso(day);
        state.AddModelError(name, texts[parts.Any(part => part.All(digit => digit == '0')) ? "Ui.Date.Incomplete" : "Ui.Date.NotADay"]);
        return null;

        string Part(string part) => form[$"{name}.{part}"].ToString().Trim();
    }
}

/// <summary>A field on the page.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">What stands in it, or null.</param>
public sealed record TaskFieldInput(TaskField Field, string? Value);
