using System.Globalization;
using Governance.Texts;

namespace Governance.Inbox;

/// <summary>Why a task landed with somebody: a rule's reason, or the sentence that the definition gives in both languages.</summary>
public static class TaskWhy
{
    private const string FromDefinition = "task.because";

    /// <summary>The definition's own words, a clause after "because".</summary>
    public static Reason Because(LocalText text) => Reason.Of(FromDefinition, ("de", text.De), ("en", text.En));

    /// <summary>The same for whoever looks at the case: not "with you".</summary>
    /// <param name="reason">As stored.</param>
    public static Reason ForAnyone(Reason reason) => reason.Code == FromDefinition ? Reason.Of("route.because", ("words", Words(reason))) : reason;

    /// <summary>The sentence in the reader's language.</summary>
    public static string Render(string stored, CultureInfo culture) => string.Join(
        " ", ReasonJson.ReadAll(stored).Select(reason => (reason.Code == FromDefinition ? Reason.Of(FromDefinition, ("words", Words(reason))) : reason).Render(culture)));

    private static Term Words(Reason reason) => new("words", "because") { Name = new($"{reason.Facts["de"]}", $"{reason.Facts["en"]}") };
}
