using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Funding;

/// <summary>Haushaltsansatz: fiscal year × life area × funding source. Its balances are columns, in euro cents, kept by the same
/// transaction that appends the <see cref="LedgerEntry"/>; a CHECK constraint holds that it is never overdrawn.</summary>
public sealed class BudgetLine : Aggregate
{
    /// <summary>Haushaltsjahr.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Life area code.</summary>
    public required string LifeArea { get; init; }

    /// <summary>Funding source code: city, state, federal, eu, third-party.</summary>
    public required string FundingSource { get; init; }

    /// <summary>Produkt.</summary>
    public required string Product { get; set; }

    /// <summary>Kostenstelle.</summary>
    public required string CostCentre { get; set; }

    /// <summary>Ansatz.</summary>
    public long AppropriationCents { get; set; }

    /// <summary>Shifted here from other lines.</summary>
    public long TransferredInCents { get; set; }

    /// <summary>Shifted away to other lines.</summary>
    public long TransferredOutCents { get; set; }

    /// <summary>Mittelreservierung: submitted, not yet decided.</summary>
    public long ReservedCents { get; set; }

    /// <summary>Mittelbindung: decided and executable; what was paid of it stays counted here.</summary>
    public long CommittedCents { get; set; }

    /// <summary>The part of <see cref="CommittedCents"/> that has been paid.</summary>
    public long PaidCents { get; set; }

    /// <summary>Haushaltssperre (§ 25 KomHVO).</summary>
    public long FrozenCents { get; set; }

    /// <summary>Approved over-budget or unplanned spending (§ 83 GO NRW).</summary>
    public long OverrunCents { get; set; }
}

internal sealed class BudgetLineMapping : IEntityTypeConfiguration<BudgetLine>
{
    private const string NeverOverdrawn =
        "\"AppropriationCents\" + \"OverrunCents\" + \"TransferredInCents\" - \"TransferredOutCents\" - \"ReservedCents\" - \"CommittedCents\" - \"FrozenCents\" >= 0";

    private const string NothingNegative =
        "\"AppropriationCents\" >= 0 AND \"OverrunCents\" >= 0 AND \"TransferredInCents\" >= 0 AND \"TransferredOutCents\" >= 0 AND \"ReservedCents\" >= 0 AND \"FrozenCents\" >= 0 AND \"PaidCents\" >= 0 AND \"CommittedCents\" >= \"PaidCents\"";

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("BudgetLines", table =>
        {
            table.HasCheckConstraint("CK_BudgetLines_NeverOverdrawn", NeverOverdrawn);
            table.HasCheckConstraint("CK_BudgetLines_NothingNegative", NothingNegative);
        });
        builder.HasIndex(row => new { row.FiscalYear, row.LifeArea, row.FundingSource, row.Product }).IsUnique();
    }
}
