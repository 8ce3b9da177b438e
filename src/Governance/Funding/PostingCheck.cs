namespace Governance.Funding;

/// <summary>Whether a budget line can bear an entry.</summary>
internal static class PostingCheck
{
    // A thousand times the largest city budget; keeps sums far below the limit of a long.
    private static readonly Money LargestAmount = Money.FromEuro(10_000_000_000_000);

    internal static Error? Check(BudgetLineBalance balance, LedgerPosting posting)
    {
        var amount = posting.Amount;
        if (amount <= Money.Zero)
            return Error.Of("ledger.amount-not-positive", ("amount", amount));
        if (amount > LargestAmount)
            return Error.Of("ledger.amount-too-large", ("amount", amount));

        return posting.Kind switch
        {
            // Only a reservation may use an approved overrun: it was approved for an expense, not for being moved or locked.
            LedgerEntryKind.Reservation => Overdrawn(balance, amount, balance.Reservable),
            LedgerEntryKind.TransferOut or LedgerEntryKind.Freeze => Overdrawn(balance, amount, balance.Available),
            LedgerEntryKind.AppropriationReduction => Overdrawn(balance, amount, Money.Min(balance.Available, balance.Appropriation)),
            LedgerEntryKind.Commitment or LedgerEntryKind.ReservationRelease => Reservation(balance, amount),
            LedgerEntryKind.Payment or LedgerEntryKind.CommitmentRelease => Commitment(balance, amount),
            LedgerEntryKind.Return => Paid(balance, amount),
            LedgerEntryKind.Unfreeze => Frozen(balance, amount),
            _ => null,
        };
    }

    private static Error? Overdrawn(BudgetLineBalance balance, Money amount, Money limit) => amount <= limit
        ? null
        : Error.Of(
            "ledger.overdrawn",
            ("amount", amount),
            ("available", balance.Available),
            ("overrun", balance.ApprovedOverrun),
            ("missing", amount - limit));

    private static Error? Reservation(BudgetLineBalance balance, Money amount) => amount <= balance.Reserved
        ? null
        : Error.Of("ledger.reservation-exceeded", ("amount", amount), ("reserved", balance.Reserved));

    private static Error? Commitment(BudgetLineBalance balance, Money amount) => amount <= balance.OpenCommitments
        ? null
        : Error.Of("ledger.commitment-exceeded", ("amount", amount), ("open", balance.OpenCommitments));

    private static Error? Paid(BudgetLineBalance balance, Money amount) => amount <= balance.Paid
        ? null
        : Error.Of("ledger.paid-exceeded", ("amount", amount), ("paid", balance.Paid));

    private static Error? Frozen(BudgetLineBalance balance, Money amount) => amount <= balance.Frozen
        ? null
        : Error.Of("ledger.freeze-exceeded", ("amount", amount), ("frozen", balance.Frozen));
}
