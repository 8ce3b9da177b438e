using Governance.Funding;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>Double entry: every entry takes a positive amount from one known account to another, the two that its kind names. Then
/// all accounts together are zero.</summary>
internal sealed class LedgerSidesCheck : ICheck
{
    public string Name => "ledger-sides";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var entries = db.Set<LedgerEntry>().AsNoTracking();
        var combinations = await entries.GroupBy(entry => new { entry.Kind, entry.Debit, entry.Credit })
            .Select(same => new { same.Key.Kind, same.Key.Debit, same.Key.Credit, Count = same.LongCount() }).ToListAsync(ct);
        foreach (var one in combinations)
        {
            found.Looked(one.Count);
            if (!Enum.TryParse<LedgerEntryKind>(one.Kind, out var kind) || LedgerSides.Of(kind) is var (debit, credit) && (debit.ToString(), credit.ToString()) != (one.Debit, one.Credit))
                found.Add("ledger.wrong-sides", ("kind", one.Kind), ("debit", one.Debit), ("credit", one.Credit), ("entries", one.Count));
        }

        await found.AddEachAsync(
            "ledger.amount-not-positive",
            entries.Where(entry => entry.AmountCents <= 0).AsAsyncEnumerable(),
            entry => [("entry", entry.Id), ("line", entry.BudgetLineId), ("amount", new Money(entry.AmountCents))],
            ct);
    }
}
