using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>The treasurer shifts free money from one line to another of the same year: two entries, both or none.</summary>
public sealed record TransferFunds(Guid FromLineId, Guid ToLineId, long Cents, string Text) : ICommand<Done>, IRule<TransferFunds>
{
    /// <inheritdoc />
    public static Who<TransferFunds> Who => People.Who.Holds<TransferFunds>(Role.Treasurer);
}

internal sealed class TransferFundsValidator : AbstractValidator<TransferFunds>
{
    public TransferFundsValidator()
    {
        RuleFor(request => request.ToLineId).NotEmpty().WithErrorCode("input.required");
        RuleFor(request => request.ToLineId).NotEqual(request => request.FromLineId).WithErrorCode("ledger.transfer-same-line");
        RuleFor(request => request.Cents).InclusiveBetween(1, 1_000_000_000_000).WithErrorCode("input.out-of-range");
        RuleFor(request => request.Text).NotEmpty().WithErrorCode("input.required").MaximumLength(200).WithErrorCode("input.too-long");
    }
}

internal sealed class TransferFundsHandler(GovernanceDb db, Ledger ledger, TimeProvider clock) : IRequestHandler<TransferFunds, Result<Done>>
{
    public async Task<Result<Done>> Handle(TransferFunds request, CancellationToken cancellationToken)
    {
        // Both rows in the order of all locks: two transfers that cross cannot wait for each other.
        Guid[] ids = [request.FromLineId, request.ToLineId];
        var lines = await db.Locked<BudgetLine>().Where(line => ids.Contains(line.Id)).OrderBy(line => line.Sequence).ToListAsync(cancellationToken);
        if (lines.Find(line => line.Id == request.FromLineId) is not { } from || lines.Find(line => line.Id == request.ToLineId) is not { } to)
            return Error.Of("budget-line.not-found");
        if (from.FiscalYear != to.FiscalYear)
            return Error.Of("ledger.transfer-other-year");
        var (now, text) = (clock.GetUtcNow().UtcDateTime, request.Text.Trim());
        if (ledger.Book(from, LedgerEntryKind.TransferOut, request.Cents, proposalId: null, now, text).Error is { } uncovered)
            return uncovered;
        var booked = ledger.Book(to, LedgerEntryKind.TransferIn, request.Cents, proposalId: null, now, text);
        return booked.IsSuccess ? new Done() : booked.Error!;
    }
}
