using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>The budget lines of a year with their balances, by life area and source.</summary>
public sealed record GetBudget(int? Year = null) : IQuery<BudgetView>, IRule<GetBudget>
{
    /// <summary>The roles that read the budget.</summary>
    internal static readonly Role[] Readers = [Role.Office, Role.Treasurer, Role.Auditor, Role.Mayor, Role.DeputyMayor, Role.Clerk, Role.ProjectOwner];

    /// <inheritdoc />
    public static Who<GetBudget> Who => People.Who.Holds<GetBudget>(Readers);
}

/// <summary>A year's lines, and the sums of every year there is.</summary>
public sealed record BudgetView(int Year, IReadOnlyList<BudgetYear> Years, IReadOnlyList<BudgetLineView> Lines);

/// <summary>The sums of a year in euro cents; transfers cancel out.</summary>
public sealed record BudgetYear(int Year, long AppropriationCents, long ReservedCents, long CommittedCents, long PaidCents, long FrozenCents)
{
    /// <summary>What is free.</summary>
    public long AvailableCents => AppropriationCents - ReservedCents - CommittedCents - FrozenCents;
}

/// <summary>A line with its balances in euro cents.</summary>
public sealed record BudgetLineView(
    Guid Id, string LifeArea, string FundingSource, string Product, string CostCentre,
    long AppropriationCents, long TransferredCents, long ReservedCents, long CommittedCents, long PaidCents, long FrozenCents, long AvailableCents);

internal sealed class GetBudgetHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<GetBudget, Result<BudgetView>>
{
    public async Task<Result<BudgetView>> Handle(GetBudget request, CancellationToken cancellationToken)
    {
        var years = await db.Set<BudgetLine>().GroupBy(line => line.FiscalYear)
            .Select(of => new BudgetYear(
                of.Key, of.Sum(line => line.AppropriationCents + line.TransferredInCents - line.TransferredOutCents), of.Sum(line => line.ReservedCents),
                of.Sum(line => line.CommittedCents), of.Sum(line => line.PaidCents), of.Sum(line => line.FrozenCents)))
            .ToListAsync(cancellationToken);
        var year = request.Year ?? Deadlines.BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;
        var lines = await db.Set<BudgetLine>().AsNoTracking().Where(line => line.FiscalYear == year)
            .OrderBy(line => line.LifeArea).ThenBy(line => line.FundingSource).ThenBy(line => line.Product)
            .Select(line => new BudgetLineView(
                line.Id, line.LifeArea, line.FundingSource, line.Product, line.CostCentre, line.AppropriationCents,
                line.TransferredInCents - line.TransferredOutCents, line.ReservedCents, line.CommittedCents, line.PaidCents, line.FrozenCents,
                line.AppropriationCents + line.TransferredInCents - line.TransferredOutCents - line.ReservedCents - line.CommittedCents - line.FrozenCents))
            .ToListAsync(cancellationToken);
        return new BudgetView(year, [.. years.OrderBy(of => of.Year)], lines);
    }
}
