using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Texts;

namespace Governance.Inbox;

/// <summary>One answer of a task.</summary>
/// <param name="Outcome">The port of the definition that it takes.</param>
/// <param name="Label">The button's text.</param>
/// <param name="Next">What happens then, in a sentence.</param>
/// <param name="NeedsComment">True when it cannot be given without reasons.</param>
public sealed record TaskAnswer(string Outcome, LocalText Label, LocalText Next, bool NeedsComment)
{
    /// <summary>True when the case ends with it and nobody can take it back: pages ask once more.</summary>
    public bool IsFinal { get; init; }

    /// <summary>True when only who is a council member on <see cref="TaskForm.MemberOf"/> on that day may give it.</summary>
    public bool OnlyMembers { get; init; }
}

/// <summary>What a task asks and how it can be answered; frozen when the task is opened.</summary>
public sealed record TaskForm(LocalText Question, IReadOnlyList<TaskAnswer> Answers)
{
    /// <summary>What is asked for besides the answer, in its order.</summary>
    public IReadOnlyList<TaskField> Fields { get; init; } = [];

    /// <summary>True when nobody may answer it for somebody else: no deputy, nobody to whom it was handed on.</summary>
    public bool InPerson { get; init; }

    /// <summary>Code of the body that <see cref="TaskAnswer.OnlyMembers"/> means, or null.</summary>
    public string? MemberOf { get; init; }

    /// <summary>What stands in a field before anybody wrote in it, by its name; only what the field would take.</summary>
    public IReadOnlyDictionary<string, string> Suggested { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As stored.</summary>
    public static TaskForm Parse(string json) => JsonSerializer.Deserialize<TaskForm>(json, Json)!;
}
