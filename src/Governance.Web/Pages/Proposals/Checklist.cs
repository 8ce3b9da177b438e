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
    /// <summary>Everything at once, in the order of the steps.</summary>
    public IReadOnlyList<Finding> Of(ProposalContent content) =>
    [
        .. new SubmissionRules().Validate(content).Errors
            .Select(failure => Find(failure.PropertyName, failure.CustomState as Error ?? Error.Of(failure.ErrorCode), content)).Distinct().OrderBy(finding => finding.Step),
    ];

    /// <summary>One refusal of a rule.</summary>
    /// <param name="path">The property, as the rule names it: <c>Finance.Climate</c>, <c>years[2027]</c>.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="content">What was written, to find the cell.</param>
    public Finding Find(string path, Error error, ProposalContent content)
    {
        var step = EditSteps.Of(path);
        var name = path.Split('.', '[')[^1].TrimEnd(']');
        var field = step == EditSteps.Plan ? PlanField(path, content) : "Form." + path.Replace("Finance.", "", StringComparison.Ordinal).Replace("Values.", "", StringComparison.Ordinal);
        if (error.Code.StartsWith("plan.", StringComparison.Ordinal))
            return new(step, field, errors.Sentence(error));
        var label = words.Field(path.Contains('[', StringComparison.Ordinal) ? path.Split('[')[0] : name.Replace("Cents", "", StringComparison.Ordinal));
        return new(step, field, error.Code == "input.required" ? texts["Proposals.Required", label] : $"{label}: {errors.Sentence(error)}");
    }

    private static string PlanField(string path, ProposalContent content) =>
        path.StartsWith("years[", StringComparison.Ordinal) && content.Cover.Select(item => item.Source).FirstOrDefault() is { } source
            ? PlanGrid.Cell(PlanGrid.Cover, source, int.Parse(path[6..^1], System.Globalization.CultureInfo.InvariantCulture))
            : path.StartsWith("cover", StringComparison.OrdinalIgnoreCase) || path.StartsWith("years", StringComparison.Ordinal) ? "plan-cover" : "plan-cost";
}
