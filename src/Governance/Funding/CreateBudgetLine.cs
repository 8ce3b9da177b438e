using FluentValidation;
using Governance.Audit;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>The treasurer opens a budget line (Haushaltsansatz), empty at first. Answers with its id.</summary>
public sealed record CreateBudgetLine(int FiscalYear, string LifeArea, string FundingSource, string Product, string CostCentre) : ICommand<Guid>, IRule<CreateBudgetLine>
{
    /// <inheritdoc />
    public static Who<CreateBudgetLine> Who => People.Who.Holds<CreateBudgetLine>(Role.Treasurer);
}

internal sealed class CreateBudgetLineValidator : AbstractValidator<CreateBudgetLine>
{
    private const int LongestCode = 40;

    public CreateBudgetLineValidator()
    {
        RuleFor(request => request.FiscalYear).InclusiveBetween(2000, 2100).WithErrorCode("input.out-of-range");
        RuleFor(request => request.LifeArea).Must(code => LifeAreaCodes.All.Contains(code)).WithErrorCode("input.unknown");
        RuleFor(request => request.FundingSource).Must(code => FundingSources.All.Contains(code)).WithErrorCode("input.unknown");
        RuleFor(request => request.Product).NotEmpty().WithErrorCode("input.required").MaximumLength(LongestCode).WithErrorCode("input.too-long");
        RuleFor(request => request.CostCentre).NotEmpty().WithErrorCode("input.required").MaximumLength(LongestCode).WithErrorCode("input.too-long");
    }
}

internal sealed class CreateBudgetLineHandler(GovernanceDb db, AuditTrail audit) : IRequestHandler<CreateBudgetLine, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CreateBudgetLine request, CancellationToken cancellationToken)
    {
        var product = request.Product.Trim();
        if (await db.Set<BudgetLine>().AnyAsync(
                row => row.FiscalYear == request.FiscalYear && row.LifeArea == request.LifeArea && row.FundingSource == request.FundingSource && row.Product == product, cancellationToken))
            return Error.Of("budget-line.already-exists", ("year", request.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("product", product));
        var line = new BudgetLine
        {
            FiscalYear = request.FiscalYear, LifeArea = request.LifeArea, FundingSource = request.FundingSource, Product = product, CostCentre = request.CostCentre.Trim(),
        };
        db.Add(line);
        await audit.RecordAsync(line.Id, "budget-line.created", new { line.FiscalYear, line.LifeArea, line.FundingSource, line.Product, line.CostCentre }, cancellationToken);
        return line.Id;
    }
}
