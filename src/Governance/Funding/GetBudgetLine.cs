using FluentValidation;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>One line with its latest entries, newest first.</summary>
public sealed record GetBudgetLine(Guid BudgetLineId, long? Before = null, int Limit = 100) : IQuery<BudgetLineDetails>, IRule<GetBudgetLine>
{
    /// <inheritdoc />
    public static Who<GetBudgetLine> Who => People.Who.Holds<GetBudgetLine>(Role.Office, Role.Treasurer, Role.Auditor, Role.Mayor, Role.DeputyMayor);
}

/// <summary>A line and its bookings.</summary>
public sealed record BudgetLineDetails(int Year, BudgetLineView Line, IReadOnlyList<LedgerEntryView> Entries, long? Next);

/// <summary>One booking; amount in euro cents, instant in UTC.</summary>
public sealed record LedgerEntryView(long Sequence, DateTime At, string Kind, string Debit, string Credit, long AmountCents, Guid? ProposalId, string? Number, string Text);

internal sealed class GetBudgetLineValidator : AbstractValidator<GetBudgetLine>
{
    public GetBudgetLineValidator() => RuleFor(request => request.Limit).IsPageLimit();
}

internal sealed class GetBudgetLineHandler(GovernanceDb db) : IRequestHandler<GetBudgetLine, Result<BudgetLineDetails>>
{
    public async Task<Result<BudgetLineDetails>> Handle(GetBudgetLine request, CancellationToken cancellationToken)
    {
        var limit = request.Limit;
        var line = await db.Set<BudgetLine>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BudgetLineId, cancellationToken);
        if (line is null)
            return Error.Of("budget-line.not-found");
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.BudgetLineId == line.Id && (request.Before == null || entry.Sequence < request.Before))
            .OrderByDescending(entry => entry.Sequence).Take(limit + 1)
            .Select(entry => new LedgerEntryView(
                entry.Sequence, entry.PostedAt, entry.Kind, entry.Debit, entry.Credit, entry.AmountCents, entry.ProposalId,
                db.Set<Proposal>().Where(row => row.Id == entry.ProposalId).Select(row => row.Number).FirstOrDefault(), entry.Text))
            .ToListAsync(cancellationToken);
        var view = new BudgetLineView(
            line.Id, line.LifeArea, line.FundingSource, line.Product, line.CostCentre, line.AppropriationCents, line.TransferredInCents - line.TransferredOutCents,
            line.ReservedCents, line.CommittedCents, line.PaidCents, line.FrozenCents, Ledger.Balance(line).Available.Cents);
        return new BudgetLineDetails(line.FiscalYear, view, [.. entries.Take(limit)], entries.Count > limit ? entries[limit - 1].Sequence : null);
    }
}
