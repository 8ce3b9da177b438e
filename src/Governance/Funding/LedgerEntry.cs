using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Funding;

/// <summary>One booking: an amount moves from one account of a budget line to another. Appended, never changed; a correction
/// is a new entry.</summary>
public sealed class LedgerEntry : Entity, IAppendOnly
{
    /// <summary>Where.</summary>
    public required Guid BudgetLineId { get; init; }

    /// <summary>Appropriation, reservation, commitment, release … by its name in the rules.</summary>
    public required string Kind { get; init; }

    /// <summary>The account it is taken from.</summary>
    public required string Debit { get; init; }

    /// <summary>The account it is put on.</summary>
    public required string Credit { get; init; }

    /// <summary>Euro cents, over 0.</summary>
    public required long AmountCents { get; init; }

    /// <summary>For which proposal, or null for the treasurer's own entries.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime PostedAt { get; init; }

    /// <summary>Who, or <see cref="Guid.Empty"/> for the process.</summary>
    public required Guid PostedBy { get; init; }

    /// <summary>What it is for, as written by the treasurer; empty for entries of a process.</summary>
    public string Text { get; init; } = "";
}

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries", table => table.HasCheckConstraint("CK_LedgerEntries_Amount", "\"AmountCents\" > 0"));
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Debit).HasMaxLength(40);
        builder.Property(row => row.Credit).HasMaxLength(40);
        builder.HasIndex(row => new { row.BudgetLineId, row.Sequence });
        builder.HasIndex(row => row.ProposalId);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(row => row.BudgetLineId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Proposals.Proposal>().WithMany().HasForeignKey(row => row.ProposalId).HasPrincipalKey(row => row.Id);
    }
}
