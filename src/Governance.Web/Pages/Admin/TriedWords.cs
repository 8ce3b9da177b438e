using Governance.Processes;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Governance.Workflows;

namespace Governance.Web.Pages.Admin;

/// <summary>A line of a list of cases that were tried on another version.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">Code of the verdict, as in the texts.</param>
/// <param name="Note">What stands below its number.</param>
public sealed record TriedLine(TriedCase Case, string Verdict, string Note);

/// <summary>What a dry run found of a case, as sentences: while it is tried, and in the record of a move.</summary>
public sealed class TriedWords(TextCatalog texts)
{
    private const int LongestValue = 120;

    /// <summary>Code of the verdict of a case that nothing is told of.</summary>
    public const string MovedOn = nameof(MovedOn);

    /// <summary>Code of a verdict.</summary>
    public static string CodeOf(ReplayVerdict? verdict) => verdict?.ToString() ?? "Unreadable";

    /// <summary>What would differ.</summary>
    public IEnumerable<string> Differences(TriedLine line) => line switch
    {
        { Verdict: MovedOn } => [],
        { Case.Verdict: null } => [texts["Admin.Try.UnreadableNote"]],
        _ => line.Case.Differences.Select(difference => texts[
            $"Admin.Try.Change.{difference.What.Change}", difference.Activity.Here(), difference.What.Input ?? "", Value(difference.What, difference.What.Before), Value(difference.What, difference.What.After)]),
    };

    /// <summary>Where a running case would stand, and whether it could be moved.</summary>
    public IEnumerable<string> Standing(TriedLine line) =>
    [
        .. line.Case.Closes.Select(at => texts["Admin.Try.Closes", at.Here()]),
        .. line.Case.Opens.Select(at => texts["Admin.Try.Opens", at.Here()]),
        .. line.Case.Closes.Count + line.Case.Opens.Count == 0 && line.Case.Verdict is not null ? new[] { texts["Admin.Try.Stays"] } : [],
        .. line.Case.Deadlines.Select(deadline => texts["Admin.Try.Deadline", deadline.Activity.Here(), Dates.Short(Berlin.Day(deadline.Is)), Dates.Short(Berlin.Day(deadline.WouldBe))]),
        .. line.Case.Obstacles.Select(obstacle => texts["Admin.Try.CannotMove", texts[$"Admin.Move.Problem.{obstacle.Problem}", obstacle.ActivityId, obstacle.ActivityType, obstacle.Detail ?? ""]]),
    ];

    private string Value(ReplayDifference difference, string? value) => value is null ? ""
        : difference.Change == ReplayChange.Status ? texts[$"Admin.Try.Status.{value}"]
        : value.Length <= LongestValue ? value : value[..LongestValue] + " …";
}
