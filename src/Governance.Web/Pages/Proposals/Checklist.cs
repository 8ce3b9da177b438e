using System.Globalization;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Texts;

namespace Governance.Web.Pages.Proposals;

/// <summary>Something that keeps a proposal from being submitted, and where it is mended.</summary>
/// <param name="Step">Step of the form.</param>
/// <param name="Field">Name of the field in that step's form.</param>
/// <param name="Message">A sentence.</param>
public sealed record Finding(int Step, string Field, string Message);

/// <summary>All that is missing before a submission, each with step, field and sentence.</summary>
public sealed class Checklist(TextCatalog texts, ErrorTexts errors, ProposalWords words)
{
    private const string Cost = "Cost";
    private const string Posts = "Posts";

    /// <summary>Everything at once, in the order of the steps.</summary>
    public IReadOnlyList<Finding> Of(ProposalDetails proposal) =>
    [
        .. SubmissionRules.For(proposal.IsImported).Validate(proposal.Content).Errors
            .Select(failure => Find(failure.PropertyName, failure.CustomState as Error ?? Error.Of(failure.ErrorCode), proposal.Content)).Distinct().OrderBy(finding => finding.Step),
    ];

    /// <summary>One refusal of a rule.</summary>
    /// <param name="path">The property, as the rule names it: <c>Finance.Climate</c>, <c>years[2027]</c>.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="content">What was written, to find the cell.</param>
    public Finding Find(string path, Error error, ProposalContent content)
    {
        var step = EditSteps.Of(path);
        var name = path.Split('.', '[')[^1].TrimEnd(']');
        var own = path.Replace("Finance.", "", StringComparison.Ordinal).Replace("Values.", "", StringComparison.Ordinal);
        var isYear = IsYear(own, content, out var number, out var column);
        var field = step switch
        {
            EditSteps.Plan => PlanField(path, content),
            _ when isYear => YearField(number, column),
            EditSteps.Finance when own is nameof(FinanceBlock.FollowUpPerYearCents) or nameof(FinanceBlock.FollowUpYears) => YearField(1, Cost),
            _ => "Form." + own,
        };
        if (error.Code.StartsWith("plan.", StringComparison.Ordinal))
            return new(step, field, errors.Sentence(error));
        var label = isYear
            ? texts[$"Proposals.FollowUp.{column}Cell", number]
            : words.Field(path.Contains('[', StringComparison.Ordinal) ? own.Split('[')[0] : name.Replace("Cents", "", StringComparison.Ordinal));
        return new(step, field, error.Code == "input.required" ? texts["Proposals.Required", label] : $"{label}: {errors.Sentence(error)}");
    }

    // The form has a row for each of the five years, the content only those that were answered.
    private static bool IsYear(string path, ProposalContent content, out int number, out string column)
    {
        (number, column) = (1, Cost);
        if (path.Split('[', ']') is not [nameof(FinanceBlock.FollowUpYears), var index, var rest] || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return false;
        var years = content.Finance.FollowUpYears;
        (number, column) = (Math.Clamp(place < years.Count ? years[place].Number : 1, 1, FinanceBlock.Years), rest.Contains("Posts", StringComparison.Ordinal) ? Posts : Cost);
        return true;
    }

    private static string YearField(int number, string column) =>
        string.Create(CultureInfo.InvariantCulture, $"Form.{nameof(FinanceBlock.FollowUpYears)}[{number - 1}].{(column == Posts ? nameof(FollowUpRow.StaffPosts) : nameof(FollowUpRow.Cents))}");

    private static string PlanField(string path, ProposalContent content) =>
        path.StartsWith("years[", StringComparison.Ordinal) && content.Cover.Select(item => item.Source).FirstOrDefault() is { } source
            ? PlanGrid.Cell(PlanGrid.Cover, source, int.Parse(path[6..^1], CultureInfo.InvariantCulture))
            : path.StartsWith("cover", StringComparison.OrdinalIgnoreCase) || path.StartsWith("years", StringComparison.Ordinal) ? "plan-cover" : "plan-cost";
}
