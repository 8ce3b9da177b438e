using Governance.Funding;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>No line is overdrawn beyond its approved overruns and no balance is below zero: the CHECK constraints once more, for a
/// database whose constraints somebody switched off.</summary>
internal sealed class BudgetLineLimits : ICheck
{
    public string Name => "budget-line-limits";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var lines = db.Set<BudgetLine>().AsNoTracking();
        found.Looked(await lines.LongCountAsync(ct));
        await found.AddEachAsync(
            "budget-line.overdrawn",
            lines.Where(line => line.AppropriationCents + line.OverrunCents + line.TransferredInCents - line.TransferredOutCents - line.ReservedCents - line.CommittedCents - line.FrozenCents < 0).AsAsyncEnumerable(),
            line => [("line", line.Id), ("available", Ledger.Balance(line).Available), ("overrun", Ledger.Balance(line).ApprovedOverrun)],
            ct);
        await found.AddEachAsync(
            "budget-line.negative",
            lines.Where(line => line.AppropriationCents < 0 || line.OverrunCents < 0 || line.TransferredInCents < 0 || line.TransferredOutCents < 0 || line.ReservedCents < 0
                || line.FrozenCents < 0 || line.PaidCents < 0 || line.CommittedCents < line.PaidCents).AsAsyncEnumerable(),
            line => [("line", line.Id)],
            ct);
    }
}
