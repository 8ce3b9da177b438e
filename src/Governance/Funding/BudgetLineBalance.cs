namespace Governance.Funding;

public enum LedgerEntryKind { Appropriation, Reservation, Commitment, Release }

public enum LedgerAccount { Budget, Available, Reserved, Committed }

public static class LedgerAccounts
{
    public static (LedgerAccount Debit, LedgerAccount Credit) Of(LedgerEntryKind kind) => kind switch
    {
        LedgerEntryKind.Appropriation => (LedgerAccount.Budget, LedgerAccount.Available),
        LedgerEntryKind.Reservation => (LedgerAccount.Available, LedgerAccount.Reserved),
        LedgerEntryKind.Commitment => (LedgerAccount.Reserved, LedgerAccount.Committed),
        _ => (LedgerAccount.Reserved, LedgerAccount.Available),
    };
}

public sealed record BudgetLineBalance
{
    public Money Appropriation { get; init; }
    public Money TransfersIn { get; init; }
    public Money TransfersOut { get; init; }
    public Money Reserved { get; init; }
    public Money Committed { get; init; }
    public Money Paid { get; init; }
    public Money Frozen { get; init; }
    public Money Overrun { get; init; }
    public Money Available => Appropriation + Overrun + TransfersIn - TransfersOut - Reserved - Committed - Frozen;

    public Result<BudgetLineBalance> Post(LedgerEntryKind kind, Money amount) => kind switch
    {
        LedgerEntryKind.Appropriation => this with { Appropriation = Appropriation + amount },
        LedgerEntryKind.Reservation => amount > Available ? Error.Of("ledger.overdrawn") : this with { Reserved = Reserved + amount },
        LedgerEntryKind.Commitment => this with { Reserved = Reserved - amount, Committed = Committed + amount },
        _ => this with { Reserved = Reserved - amount },
    };
}
