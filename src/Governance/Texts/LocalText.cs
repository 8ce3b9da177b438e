using System.Globalization;

namespace Governance.Texts;

/// <summary>A text in both languages: of a definition, or a body's name.</summary>
public sealed record LocalText(string De, string En)
{
    /// <summary>The text in the language, German when it is neither.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : De;
}
