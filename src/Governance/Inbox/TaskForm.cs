using System.Text.Encodings.Web;
using System.Text.Json;

namespace Governance.Inbox;

/// <summary>A text of a definition in both languages.</summary>
public sealed record LocalText(string De, string En)
{
    /// <summary>The text in the language, German when it is neither.</summary>
    public string In(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : De;
}

/// <summary>One answer of a task.</summary>
/// <param name="Outcome">The port of the definition that it takes.</param>
/// <param name="Label">The button's text.</param>
/// <param name="Next">What happens then, in a sentence.</param>
/// <param name="NeedsComment">True when it cannot be given without reasons.</param>
public sealed record TaskAnswer(string Outcome, LocalText Label, LocalText Next, bool NeedsComment);

/// <summary>What a task asks and how it can be answered; frozen when the task is opened.</summary>
public sealed record TaskForm(LocalText Question, IReadOnlyList<TaskAnswer> Answers)
{
    /// <summary>What is asked for besides the answer, in its order.</summary>
    public IReadOnlyList<TaskField> Fields { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As stored.</summary>
    public static TaskForm Parse(string json) => JsonSerializer.Deserialize<TaskForm>(json, Json)!;
}
