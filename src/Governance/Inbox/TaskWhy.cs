using System.Globalization;
using Governance.Texts;

namespace Governance.Inbox;

/// <summary>Why a task landed with somebody: a rule's reason, or the sentence that the definition gives in both languages.</summary>
public static class TaskWhy
{
    private const string FromDefinition = "task.because";

    /// <summary>The definition's own words, a clause after "because".</summary>
    public static Reason Because(LocalText text) => Reason.Of(FromDefinition, ("de", text.De), ("en", text.En));

    /// <summary>The sentence in the reader's language.</summary>
    public static string Render(string stored, CultureInfo culture) =>
        string.Join(" ", ReasonJson.ReadAll(stored).Select(reason => reason.Code == FromDefinition
            ? culture.TwoLetterISOLanguageName == "en" ? $"With you because {reason.Facts["en"]}." : $"Bei Ihnen, weil {reason.Facts["de"]}."
            : reason.Render(culture)));
}
