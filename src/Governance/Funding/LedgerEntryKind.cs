namespace Governance.Funding;

/// <summary>What a ledger entry of a budget line does. Amounts are always positive; a correction is an entry of the opposite kind.</summary>
public enum LedgerEntryKind
{
    /// <summary>The budget provides money (Haushaltsansatz).</summary>
    Appropriation,

    /// <summary>The budget takes money back, for example by a supplementary budget.</summary>
    AppropriationReduction,

    /// <summary>Money from another line (Umbuchung).</summary>
    TransferIn,

    /// <summary>Money to another line.</summary>
    TransferOut,

    /// <summary>Set aside at submission for decision (Mittelreservierung).</summary>
    Reservation,

    /// <summary>A reservation that is not needed is given back.</summary>
    ReservationRelease,

    /// <summary>A reservation becomes binding when the decision becomes executable (Mittelbindung).</summary>
    Commitment,

    /// <summary>The unpaid rest of a commitment is given back (Freigabe).</summary>
    CommitmentRelease,

    /// <summary>Money leaves; consumes a commitment (Auszahlung).</summary>
    Payment,

    /// <summary>Paid money comes back from a reclaim (Rückzahlung).</summary>
    Return,

    /// <summary>Free money is locked (Haushaltssperre, KomHVO NRW § 25).</summary>
    Freeze,

    /// <summary>Locked money is free again.</summary>
    Unfreeze,

    /// <summary>An over-budget or unplanned expense is approved (über-/außerplanmäßig, GO NRW § 83): reservations may exceed what is
    /// available by this amount.</summary>
    ApprovedOverrun,
}
