namespace Governance.Funding;

/// <summary>Accounts of the double-entry ledger of a budget line.</summary>
public enum LedgerAccount
{
    /// <summary>The city's budget, where appropriations come from.</summary>
    Budget,

    /// <summary>All other budget lines.</summary>
    OtherLines,

    /// <summary>Free money of the line; below zero only by approved overruns.</summary>
    Available,

    /// <summary>Set aside for proposals that are being decided.</summary>
    Reserved,

    /// <summary>Bound and not paid yet.</summary>
    OpenCommitments,

    /// <summary>Paid out.</summary>
    Paid,

    /// <summary>Locked by a budget freeze.</summary>
    Frozen,

    /// <summary>Overruns that may be used; a memorandum account.</summary>
    ApprovedOverruns,

    /// <summary>Who approved them (treasurer, council); counterpart of the memorandum account.</summary>
    OverrunApprovals,
}

/// <summary>The two sides of an entry: debit takes the amount up, credit gives it, so that all accounts together are always zero.</summary>
public readonly record struct LedgerSides(LedgerAccount Debit, LedgerAccount Credit)
{
    /// <summary>The sides of a kind of entry.</summary>
    public static LedgerSides Of(LedgerEntryKind kind) => kind switch
    {
        LedgerEntryKind.Appropriation => new(LedgerAccount.Available, LedgerAccount.Budget),
        LedgerEntryKind.AppropriationReduction => new(LedgerAccount.Budget, LedgerAccount.Available),
        LedgerEntryKind.TransferIn => new(LedgerAccount.Available, LedgerAccount.OtherLines),
        LedgerEntryKind.TransferOut => new(LedgerAccount.OtherLines, LedgerAccount.Available),
        LedgerEntryKind.Reservation => new(LedgerAccount.Reserved, LedgerAccount.Available),
        LedgerEntryKind.ReservationRelease => new(LedgerAccount.Available, LedgerAccount.Reserved),
        LedgerEntryKind.Commitment => new(LedgerAccount.OpenCommitments, LedgerAccount.Reserved),
        LedgerEntryKind.CommitmentRelease => new(LedgerAccount.Available, LedgerAccount.OpenCommitments),
        LedgerEntryKind.Payment => new(LedgerAccount.Paid, LedgerAccount.OpenCommitments),
        LedgerEntryKind.Return => new(LedgerAccount.Available, LedgerAccount.Paid),
        LedgerEntryKind.Freeze => new(LedgerAccount.Frozen, LedgerAccount.Available),
        LedgerEntryKind.Unfreeze => new(LedgerAccount.Available, LedgerAccount.Frozen),
        LedgerEntryKind.ApprovedOverrun => new(LedgerAccount.ApprovedOverruns, LedgerAccount.OverrunApprovals),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of entry."),
    };
}
