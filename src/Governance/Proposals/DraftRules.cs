using FluentValidation;

namespace Governance.Proposals;

/// <summary>What even a draft must keep to, so that nothing absurd is stored: lengths, ranges, known codes. What a submission
/// needs beyond that is in <see cref="SubmissionRules"/>.</summary>
public sealed class DraftRules : AbstractValidator<ProposalContent>
{
    /// <summary>Longest prose field.</summary>
    public const int Prose = 10_000;

    /// <summary>Longest line of text, the title among them.</summary>
    public const int Line = 300;
    private const int MostRows = 200;

    // Codes of kinds and sources; those of other systems may be longer words than ours.
    private const int Code = 60;

    // Ten thousand posts: no city has more.
    private const int MostPosts = 1_000_000;

    /// <summary>The rules.</summary>
    public DraftRules()
    {
        RuleFor(content => content.Title).MaximumLength(Line).WithErrorCode("input.too-long");
        RuleFor(content => content.ShortTitle).MaximumLength(Line).WithErrorCode("input.too-long");
        RuleFor(content => content.Project).MaximumLength(150).WithErrorCode("input.too-long");
        RuleFor(content => content.Unit).MaximumLength(Line).WithErrorCode("input.too-long");
        RuleFor(content => content.Contact).MaximumLength(Line).WithErrorCode("input.too-long");
        foreach (var prose in new System.Linq.Expressions.Expression<Func<ProposalContent, string>>[]
        {
            content => content.TargetPicture, content => content.Problem, content => content.Goal, content => content.Beneficiaries,
            content => content.Risks, content => content.ProcessingRecord, content => content.Deletion, content => content.Security, content => content.Accessibility,
            content => content.Openness, content => content.Partners, content => content.Participation, content => content.Procurement,
            content => content.Resolution, content => content.Alternatives, content => content.LegalBasis, content => content.NotPublicReason,
            content => content.HistoryElsewhere, content => content.Finance.Climate, content => content.Finance.CounterFinance, content => content.Finance.MunicipalCompanies,
            content => content.Values.EconomicReason, content => content.Values.EcologicalReason, content => content.Values.SocialReason,
        })
            RuleFor(prose).MaximumLength(Prose).WithErrorCode("input.too-long");
        RuleFor(content => content.Finance.FollowUpBearer).MaximumLength(Line).WithErrorCode("input.too-long");
        RuleFor(content => content.AiRiskClass).MaximumLength(Code).WithErrorCode("input.too-long");
        RuleForEach(content => content.WorkPackages).Must(row => row.Name.Length <= Line && row.Result.Length <= Prose).WithErrorCode("input.too-long");
        RuleForEach(content => content.Costs).Must(row => row.Kind.Length is > 0 and <= Code).WithErrorCode("input.unknown");
        RuleForEach(content => content.Cover).Must(row => row.Source.Length is > 0 and <= Code).WithErrorCode("input.unknown");
        RuleFor(content => content.LeadingLifeArea).Must(code => code.Length == 0 || LifeAreas.LifeAreaCodes.All.Contains(code, StringComparer.Ordinal)).WithErrorCode("input.unknown");
        RuleForEach(content => content.FurtherLifeAreas).Must(code => LifeAreas.LifeAreaCodes.All.Contains(code, StringComparer.Ordinal)).WithErrorCode("input.unknown");
        RuleFor(content => content.FurtherLifeAreas).Must(codes => codes.Count <= MostRows).WithErrorCode("input.too-many");
        RuleFor(content => content.Costs).Must(rows => rows.Count <= MostRows).WithErrorCode("input.too-many");
        RuleFor(content => content.Cover).Must(rows => rows.Count <= MostRows).WithErrorCode("input.too-many");
        RuleFor(content => content.WorkPackages).Must(rows => rows.Count <= MostRows).WithErrorCode("input.too-many");
        RuleForEach(content => content.Costs).Must(row => row.Cents is >= 0 and <= Largest && row.Year is >= 2000 and <= 2100).WithErrorCode("input.out-of-range");
        RuleForEach(content => content.Cover).Must(row => row.Cents is >= 0 and <= Largest && row.Year is >= 2000 and <= 2100).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Finance.FollowUpPerYearCents).InclusiveBetween(0, Largest).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Finance.DepreciationPerYearCents).InclusiveBetween(0, Largest).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Finance.ReceiptsCents).InclusiveBetween(0, Largest).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Finance.YieldPerYearCents).InclusiveBetween(0, Largest).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Finance.StaffPostsHundredths).InclusiveBetween(0, MostPosts).WithErrorCode("input.out-of-range");
        FollowUp();
        RuleFor(content => content.Values.Economic).InclusiveBetween(0, 5).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Values.Ecological).InclusiveBetween(0, 5).WithErrorCode("input.out-of-range");
        RuleFor(content => content.Values.Social).InclusiveBetween(0, 5).WithErrorCode("input.out-of-range");
    }

    private void FollowUp()
    {
        RuleForEach(content => content.Finance.FollowUpYears).ChildRules(year =>
        {
            year.RuleFor(row => row.Number).InclusiveBetween(1, FinanceBlock.Years).WithErrorCode("input.out-of-range");
            year.RuleFor(row => row.Cents).InclusiveBetween(0, Largest).WithErrorCode("input.out-of-range");
            year.RuleFor(row => row.StaffPostsHundredths).InclusiveBetween(0, MostPosts).WithErrorCode("input.out-of-range");
        });
        RuleFor(content => content.Finance.FollowUpYears).Must(years => years.DistinctBy(year => year.Number).Count() == years.Count).WithErrorCode("finance.year-twice");
        RuleFor(content => content.Finance.FollowUpPerYearCents)
            .Must((content, cents) => cents is null || cents == content.Finance.YearlyFollowUpCents)
            .WithErrorCode("finance.follow-up-differs").WithState(content => Error.Of("finance.follow-up-differs", ("highest", new Money(content.Finance.YearlyFollowUpCents ?? 0))));
        RuleForEach(content => content.Finance.CounterFinanceWays).IsInEnum().WithErrorCode("input.unknown");
        RuleFor(content => content.Finance.CounterFinanceWays).Must(ways => ways.Distinct().Count() == ways.Count).WithErrorCode("input.too-many");
        RuleFor(content => content.Finance.ClimateEffect).IsInEnum().WithErrorCode("input.unknown");
    }

    /// <summary>Ten billion euro: no city spends more on one line, and sums stay far from overflow.</summary>
    public const long Largest = 1_000_000_000_000;
}
