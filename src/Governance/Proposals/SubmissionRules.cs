using FluentValidation;
using Governance.Funding;

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
        RuleFor(content => content.Costs).Custom((_, context) => Plan(context));
    }

    private static void Plan(ValidationContext<ProposalContent> context)
    {
        var content = context.InstanceToValidate;
        if (content.Costs.Count == 0)
            return;
        var plan = new FinancingPlan(
            [.. content.Costs.Select(item => new PlanItem(item.Kind, item.Year, new Money(item.Cents)))],
            [.. content.Cover.Select(item => new PlanItem(item.Source, item.Year, new Money(item.Cents)))]);
        foreach (var violation in plan.Violations())
            context.AddFailure(new FluentValidation.Results.ValidationFailure(violation.Path, violation.Error.Code) { ErrorCode = violation.Error.Code, CustomState = violation.Error });
        if (content.TotalCost <= Money.Zero)
            context.AddFailure(new FluentValidation.Results.ValidationFailure("Costs", "plan.no-cost") { ErrorCode = "plan.no-cost" });
    }
}
