using System.Globalization;
using System.Text.RegularExpressions;

namespace Governance.Proposals;

/// <summary>Checks a paper's chain of bodies elsewhere. It is kept as text, its bodies need not exist here and its wordings are
/// free; but a step that cannot be read, or a day that never was, says that the line is damaged.</summary>
internal static partial class ImportPaperSteps
{
    private const string Between = " > ";
    private const int Parts = 4;

    /// <summary>What is wrong, step by step.</summary>
    public static IEnumerable<Error> Check(string steps) => steps.Length == 0
        ? []
        : steps.Split(Between).Select((step, at) => Check(step, at + 1)).OfType<Error>();

    private static Error? Check(string step, int number)
    {
        var parts = step.Split('|');

        // The day is missing where the other council has not yet fixed one.
        if (parts.Length != Parts || parts[1].Trim().Length == 0 || (parts[0].Length > 0 && !Day().IsMatch(parts[0])))
            return Wrong("import.step", step, number);
        return parts[0].Length == 0 || DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : Wrong("import.no-such-date", parts[0], number);
    }

    private static Error Wrong(string code, string value, int number) =>
        Error.Of(code, ("column", ImportPaperColumns.Steps), ("value", ImportPaperFile.Shortened(value)), ("step", number));

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
