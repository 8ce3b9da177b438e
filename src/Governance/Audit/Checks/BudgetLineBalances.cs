using Governance.Funding;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>The balances that a budget line stores are those that its entries add up to.</summary>
internal sealed class BudgetLineBalances : ICheck
{
    public string Name => "budget-line-balances";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        // A line has at most one sum a kind of entry, however long it has been booked on.
        var sums = await db.Set<LedgerEntry>().GroupBy(entry => new { entry.BudgetLineId, entry.Kind })
            .Select(kind => new { kind.Key.BudgetLineId, kind.Key.Kind, Cents = kind.Sum(entry => entry.AmountCents) }).ToListAsync(ct);
        var postings = sums.ToLookup(sum => sum.BudgetLineId, sum => (Known: Enum.TryParse<LedgerEntryKind>(sum.Kind, out var kind), Posting: new LedgerPosting(kind, new Money(sum.Cents)), sum.Kind));
        await foreach (var line in db.Set<BudgetLine>().AsNoTracking().OrderBy(line => line.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            found.Looked(1);
            foreach (var (_, _, kind) in postings[line.Id].Where(sum => !sum.Known))
                found.Add("ledger.unknown-kind", ("line", line.Id), ("kind", kind));
            var computed = BudgetLineBalance.Recompute(postings[line.Id].Where(sum => sum.Known).Select(sum => sum.Posting));
            foreach (var (balance, stored, right) in Compare(Ledger.Balance(line), computed))
                found.Add("budget-line.balance-differs", ("line", line.Id), ("balance", balance), ("stored", stored), ("computed", right));
        }
    }

    private static IEnumerable<(string Balance, Money Stored, Money Computed)> Compare(BudgetLineBalance stored, BudgetLineBalance computed) =>
        new[]
        {
            ("appropriation", stored.Appropriation, computed.Appropriation),
            ("transfersIn", stored.TransfersIn, computed.TransfersIn),
            ("transfersOut", stored.TransfersOut, computed.TransfersOut),
            ("reserved", stored.Reserved, computed.Reserved),
            ("committed", stored.Committed, computed.Committed),
            ("paid", stored.Paid, computed.Paid),
            ("frozen", stored.Frozen, computed.Frozen),
            ("approvedOverrun", stored.ApprovedOverrun, computed.ApprovedOverrun),
        }.Where(balance => balance.Item2 != balance.Item3);
}
