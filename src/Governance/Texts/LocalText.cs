using System.Globalization;

namespace Governance.Texts;

/// <summary>A text in both languages: of a definition, or a body's name.</summary>
public sealed record LocalText(string De, string En)
{
    /// <summary>A text of the program, from <c>Reasons.resx</c>, in both languages: for what is stored and read later by anyone.</summary>
    public static LocalText Of(string key) => new(ReasonText.Find(key, CultureInfo.GetCultureInfo("de")) ?? key, ReasonText.Find(key, CultureInfo.GetCultureInfo("en")) ?? key);

    /// <summary>The text in the language, German when it is neither.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : De;
}
