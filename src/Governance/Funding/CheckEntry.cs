using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Funding;

/// <summary>Whether a line could bear an entry now, asked before the treasurer is asked to confirm what can only be booked back. Refused with
/// what the booking would be refused with.</summary>
/// <param name="BudgetLineId">Which line.</param>
/// <param name="Kind">The entry on this line; of a transfer the outgoing one.</param>
/// <param name="Cents">Euro cents, above zero.</param>
public sealed record CheckEntry(Guid BudgetLineId, LedgerEntryKind Kind, long Cents) : IQuery<Done>, IRule<CheckEntry>
{
    /// <inheritdoc />
    public static Who<CheckEntry> Who => People.Who.Holds<CheckEntry>(Role.Treasurer);
}

internal sealed class CheckEntryHandler(GovernanceDb db) : IRequestHandler<CheckEntry, Result<Done>>
{
    public async Task<Result<Done>> Handle(CheckEntry request, CancellationToken cancellationToken)
    {
        if (await db.Set<BudgetLine>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.BudgetLineId, cancellationToken) is not { } line)
            return Error.Of("budget-line.not-found");
        return Ledger.Balance(line).Post(new LedgerPosting(request.Kind, new Money(request.Cents))).Error is { } refused ? refused : new Done();
    }
}
