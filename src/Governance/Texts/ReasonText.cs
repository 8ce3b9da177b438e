using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Governance.Deadlines;

namespace Governance.Texts;

/// <summary>Fills the sentences of <c>Reasons.resx</c> with facts. Placeholders: <c>{name}</c>; <c>{count:vote|votes}</c> writes the
/// number with the fitting word; <c>{date:long}</c> writes the weekday too.</summary>
internal static partial class ReasonText
{
    private static readonly ResourceManager Resources = new("Governance.Texts.Reasons", typeof(ReasonText).Assembly);
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    internal static string Render(string code, IReadOnlyDictionary<string, object?> facts, CultureInfo culture)
    {
        var sentence = Find(code, culture);

        // A code without a sentence is a slip that a test catches; a user still gets something to quote.
        return sentence is null ? code : Placeholder().Replace(sentence, match => Fill(match, facts, Normalise(culture)));
    }

    internal static string? Find(string key, CultureInfo culture) => Resources.GetString(key, Normalise(culture));

    private static CultureInfo Normalise(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : German;

    private static string Fill(Match match, IReadOnlyDictionary<string, object?> facts, CultureInfo culture) =>
        facts.TryGetValue(match.Groups["name"].Value, out var fact)
            ? Format(fact, match.Groups["format"].Value, culture)
            : match.Value;

    private static string Format(object? fact, string format, CultureInfo culture) => fact switch
    {
        null => "–",
        string text => text,
        Money money => money.ToString(culture),
        DateOnly date => FormatDate(date, format, culture),
        DateTime instant => FormatInstant(BerlinTime.Local(instant), culture),
        int or long => FormatNumber(Convert.ToInt64(fact, CultureInfo.InvariantCulture), format, culture),
        Term term => term.Render(culture),
        Reason reason => reason.Render(culture),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(item => Format(item, format, culture))),
        IFormattable formattable => formattable.ToString(format: null, culture),
        _ => fact.ToString() ?? "",
    };

    // A deadline that ends with a day ends at its 24:00, not on the next one.
    private static string FormatInstant(DateTime local, CultureInfo culture) => local.TimeOfDay == TimeSpan.Zero
        ? FormatDate(DateOnly.FromDateTime(local).AddDays(-1), "", culture) + ", 24:00"
        : local.ToString(culture == English ? "d MMMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm", culture);

    private static string FormatDate(DateOnly date, string format, CultureInfo culture)
    {
        var pattern = culture == English ? "d MMMM yyyy" : "dd.MM.yyyy";
        return date.ToString(format == "long" ? "dddd, " + pattern : pattern, culture);
    }

    private static string FormatNumber(long number, string format, CultureInfo culture)
    {
        var words = format.Split('|');
        var digits = number.ToString("#,0", culture);
        return words.Length == 2 ? $"{digits} {(number == 1 ? words[0] : words[1])}" : digits;
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(:(?<format>[^}]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Placeholder();
}
