using System.Globalization;
using System.Resources;
using Governance.Workflows;

namespace Governance.Texts;

/// <summary>What is wrong in a definition as a sentence in the reader's language. The engine speaks English; <c>Problems.resx</c> has the German under
/// the English format. What a parser said of a script stays as it said it.</summary>
/// <param name="Problem">What is wrong.</param>
public sealed record ProblemText(DefinitionProblem Problem) : IFormattable
{
    private static readonly ResourceManager Resources = new("Governance.Texts.Problems", typeof(ProblemText).Assembly);

    /// <summary>The sentence.</summary>
    public string Sentence(CultureInfo culture) => Render(Problem.Text, culture);

    /// <summary>The sentence after the activity that it is about.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => $"{Problem.ActivityId}: {Sentence(formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture)}";

    /// <inheritdoc />
    public override string ToString() => ToString(format: null, formatProvider: null);

    private static string Render(FormattableString text, CultureInfo culture)
    {
        var format = culture.TwoLetterISOLanguageName == "en" ? null : Resources.GetString(text.Format, CultureInfo.InvariantCulture);
        var arguments = text.GetArguments().Select(argument => argument is FormattableString part ? Render(part, culture) : argument).ToArray();
        return string.Format(CultureInfo.InvariantCulture, format ?? text.Format, arguments);
    }
}
