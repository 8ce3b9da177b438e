using FluentValidation;
using Governance.Funding;

namespace Governance.Proposals;

/// <summary>What a proposal must have before it is submitted. All that is missing is told at once, each with its field.</summary>
public sealed class SubmissionRules : AbstractValidator<ProposalContent>
{
    private static readonly SubmissionRules Papers = new(isImported: true);
    private static readonly SubmissionRules Forms = new(isImported: false);

    /// <summary>The rules for what is written here.</summary>
    public SubmissionRules()
        : this(isImported: false)
    {
    }

    private SubmissionRules(bool isImported)
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
        if (!isImported)
            Effects();
    }

    /// <summary>The rules for a proposal.</summary>
    /// <param name="isImported">True for a paper of another system: its finance block is as its city printed it, and nobody here can
    /// answer what its form did not ask. All that this program reckons with is asked of it too.</param>
    public static SubmissionRules For(bool isImported) => isImported ? Papers : Forms;

    // What a council paper prints, and what the project is worth: whoever decides is to find it answered.
    private void Effects()
    {
        // The resolution says by when it is carried out.
        RuleFor(content => content.End).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Values.Economic).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Values.EconomicReason).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.Values.Ecological).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Values.EcologicalReason).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.Values.Social).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Values.SocialReason).NotEmpty().WithErrorCode("input.required");
        RuleFor(content => content.Finance.Investment).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Finance.Budgeted).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Finance.CounterFinanceWays).NotEmpty().When(IsShort).WithErrorCode("input.required");
        RuleFor(content => content.Finance.CounterFinance).NotEmpty().When(IsShort).WithErrorCode("input.required");
        RuleFor(content => content.Finance.FollowUpBearer).NotEmpty().When(content => content.Finance.YearlyFollowUpCents > 0).WithErrorCode("input.required");
        RuleFor(content => content.Finance.ClimateEffect).NotNull().WithErrorCode("input.required");
        RuleFor(content => content.Finance.Climate).NotEmpty().When(content => content.Finance.ClimateEffect is not (null or ClimateEffect.None)).WithErrorCode("input.required");
    }

    private static bool IsShort(ProposalContent content) => content.Finance.Budgeted is BudgetState.Partly or BudgetState.Not;

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
