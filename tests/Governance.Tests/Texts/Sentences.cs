using System.Globalization;
using Governance.Texts;

namespace Governance.Tests.Texts;

/// <summary>Renders reasons and makes sure that no placeholder stays unfilled.</summary>
internal static class Sentences
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string InGerman(this Reason reason)
    {
        Complete(reason.Code, reason.Render(English));
        return Complete(reason.Code, reason.Render(German));
    }

    public static string InGerman(this Error error)
    {
        Complete(error.Code, error.Render(English));
        return Complete(error.Code, error.Render(German));
    }

    public static string InGerman(this IEnumerable<Reason> reasons) => string.Join(' ', reasons.Select(InGerman));

    private static string Complete(string code, string sentence)
    {
        sentence.ShouldNotContain("{", customMessage: code);
        sentence.ShouldNotBe(code);
        return sentence;
    }
}
