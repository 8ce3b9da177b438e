using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>How an editor asks for an input, in Elsa's words.</summary>
public static class UiHints
{
    public const string Checkbox = "checkbox";
    public const string CodeEditor = "code-editor";
    public const string DateTimePicker = "datetime-picker";
    public const string DropDown = "dropdown";
    public const string DynamicOutcomes = "dynamic-outcomes";
    public const string JsonEditor = "json-editor";
    public const string MultiText = "multitext";
    public const string OutcomePicker = "outcome-picker";
    public const string OutputPicker = "output-picker";
    public const string SingleLine = "singleline";
    public const string WorkflowDefinitionPicker = "workflow-definition-picker";

    /// <summary>What suits a type: a box to tick, a list of the values there are, lines of text, JSON, or one line.</summary>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(bool)) return Checkbox;
        if (plain.IsEnum) return DropDown;
        if (plain == typeof(DateTime) || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly)) return DateTimePicker;
        if (plain == typeof(string) || plain.IsPrimitive || plain == typeof(decimal) || plain == typeof(Guid) || plain == typeof(TimeSpan)) return SingleLine;
        return plain.IsAssignableTo(typeof(IEnumerable<string>)) && !plain.IsAssignableTo(typeof(JsonNode)) ? MultiText : JsonEditor;
    }
}
