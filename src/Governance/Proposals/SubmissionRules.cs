using FluentValidation;

namespace Governance.Proposals;

/// <summary>What a proposal must have before it is submitted. All that is missing is told at once, each with its field.</summary>
public sealed class SubmissionRules : AbstractValidator<ProposalContent>
{
    /// <summary>The rules.</summary>
    public SubmissionRules()
    {
        Include(new DraftRules());
        RuleFor(content => content.Title).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.LeadingLifeArea).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.Goal).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.Resolution).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.Costs).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.PersonalData).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.NotPublicReason).NotEmpty().When(content => content.NotPublic).WithErrorCode("input.required");
        RuleFor(content => content.End).GreaterThanOrEqualTo(content => content.Start).When(content => content.Start is not null && content.End is not null).WithErrorCode("input.end-before-start");
        RuleFor(content => content.TotalCost).Must(total => total > Money.Zero).When(content => content.Costs.Count > 0).WithErrorCode("plan.no-cost").OverridePropertyName("Costs");
        RuleFor(content => content.Cover).Must((content, _) => BalancedByYear(content)).WithErrorCode("plan.unbalanced");
    }

    /// <summary>Cost and cover are equal in every year, to the cent (domain: financing plan).</summary>
    private static bool BalancedByYear(ProposalContent content)
    {
        var costs = content.Costs.GroupBy(item => item.Year).ToDictionary(year => year.Key, year => year.Sum(item => item.Cents));
        var cover = content.Cover.GroupBy(item => item.Year).ToDictionary(year => year.Key, year => year.Sum(item => item.Cents));
        return costs.Keys.Union(cover.Keys).All(year => costs.GetValueOrDefault(year) == cover.GetValueOrDefault(year));
    }
}
