namespace Governance.Funding;

/// <summary>Balances of a budget line in euro. All but <see cref="Available"/> are never negative.</summary>
public sealed record BudgetLineBalance
{
    /// <summary>A line without any entry.</summary>
    public static BudgetLineBalance Empty { get; } = new();

    /// <summary>What the budget provides.</summary>
    public Money Appropriation { get; init; }

    /// <summary>Received from other lines.</summary>
    public Money TransfersIn { get; init; }

    /// <summary>Given to other lines.</summary>
    public Money TransfersOut { get; init; }

    /// <summary>Set aside for proposals that are being decided.</summary>
    public Money Reserved { get; init; }

    /// <summary>Bound by executable decisions, what has been paid of it included.</summary>
    public Money Committed { get; init; }

    /// <summary>Paid; a part of <see cref="Committed"/>.</summary>
    public Money Paid { get; init; }

    /// <summary>Locked by a budget freeze.</summary>
    public Money Frozen { get; init; }

    /// <summary>By how much reservations may exceed what is available (GO NRW § 83).</summary>
    public Money ApprovedOverrun { get; init; }

    /// <summary>Free money: appropriation + transfers in − transfers out − reserved − committed − frozen. Never below minus
    /// <see cref="ApprovedOverrun"/>.</summary>
    public Money Available => Appropriation + TransfersIn - TransfersOut - Reserved - Committed - Frozen;

    /// <summary>Bound and not paid yet.</summary>
    public Money OpenCommitments => Committed - Paid;

    /// <summary>What a reservation may still take: available plus approved overruns.</summary>
    public Money Reservable => Available + ApprovedOverrun;

    /// <summary>The balance after an entry, or <c>ledger.amount-not-positive</c>, <c>ledger.amount-too-large</c>,
    /// <c>ledger.overdrawn</c>, <c>ledger.reservation-exceeded</c>, <c>ledger.commitment-exceeded</c>, <c>ledger.paid-exceeded</c>,
    /// <c>ledger.freeze-exceeded</c>.</summary>
    public Result<BudgetLineBalance> Post(LedgerPosting posting) =>
        PostingCheck.Check(this, posting) is { } error ? error : Apply(posting);

    /// <summary>The balance that entries add up to, whatever it is: what verification compares stored balances with.</summary>
    public static BudgetLineBalance Recompute(IEnumerable<LedgerPosting> postings) =>
        postings.Aggregate(Empty, (balance, posting) => balance.Apply(posting));

    private BudgetLineBalance Apply(LedgerPosting posting)
    {
        var amount = posting.Amount;
        return posting.Kind switch
        {
            LedgerEntryKind.Appropriation => this with { Appropriation = Appropriation + amount },
            LedgerEntryKind.AppropriationReduction => this with { Appropriation = Appropriation - amount },
            LedgerEntryKind.TransferIn => this with { TransfersIn = TransfersIn + amount },
            LedgerEntryKind.TransferOut => this with { TransfersOut = TransfersOut + amount },
            LedgerEntryKind.Reservation => this with { Reserved = Reserved + amount },
            LedgerEntryKind.ReservationRelease => this with { Reserved = Reserved - amount },
            LedgerEntryKind.Commitment => this with { Reserved = Reserved - amount, Committed = Committed + amount },
            LedgerEntryKind.CommitmentRelease => this with { Committed = Committed - amount },
            LedgerEntryKind.Payment => this with { Paid = Paid + amount },
            LedgerEntryKind.Return => this with { Paid = Paid - amount, Committed = Committed - amount },
            LedgerEntryKind.Freeze => this with { Frozen = Frozen + amount },
            LedgerEntryKind.Unfreeze => this with { Frozen = Frozen - amount },
            LedgerEntryKind.ApprovedOverrun => this with { ApprovedOverrun = ApprovedOverrun + amount },
            _ => throw new ArgumentOutOfRangeException(nameof(posting), posting.Kind, "Unknown kind of entry."),
        };
    }
}
