using System.Globalization;

namespace Governance.Texts;

/// <summary>Why the program decided as it did: a stable code and the facts it looked at. Stored so, and turned into a sentence
/// when it is read, in the reader's language.</summary>
/// <param name="Code">Key of the sentence in <c>Reasons.resx</c>.</param>
/// <param name="Facts">Named values: int, <see cref="Money"/>, <see cref="DateOnly"/>, <see cref="Term"/>, text, lists of them.</param>
public sealed record Reason(string Code, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>Makes a reason from a code and its named facts.</summary>
    public static Reason Of(string code, params (string Name, object? Value)[] facts) =>
        new(code, facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));

    /// <summary>The sentence in English where the culture asks for it, otherwise in German.</summary>
    public string Render(CultureInfo culture) => ReasonText.Render(Code, Facts, culture);
}

/// <summary>A word with a translation: a body, a life area, a weekday. A code without a translation shows as itself, because
/// cities add bodies of their own.</summary>
/// <param name="Kind">For example <c>body</c>, <c>life-area</c>, <c>holiday</c>.</param>
/// <param name="Code">For example <c>council</c>.</param>
public sealed record Term(string Kind, string Code)
{
    /// <summary>What the thing was called when the reason was given, where the city names it itself; else null.</summary>
    public LocalText? Name { get; init; }

    /// <summary>The word in the culture's language.</summary>
    public string Render(CultureInfo culture) => Name?.In(culture) ?? ReasonText.Find($"term.{Kind}.{Code}", culture) ?? Code;
}

/// <summary>Sentences of refusals.</summary>
public static class ErrorText
{
    /// <summary>True when <c>Reasons.resx</c> has a sentence for the code.</summary>
    public static bool HasText(this Error error) => ReasonText.Find(error.Code, CultureInfo.InvariantCulture) is not null;

    /// <summary>The sentence in English where the culture asks for it, otherwise in German.</summary>
    public static string Render(this Error error, CultureInfo culture) => ReasonText.Render(error.Code, error.Facts, culture);
}
