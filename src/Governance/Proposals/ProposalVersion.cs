using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Proposals;

/// <summary>The content as it was submitted, once per submission; what a returned proposal is compared with. Never changed.</summary>
public sealed class ProposalVersion : Entity, IAppendOnly
{
    /// <summary>Whose.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>1 for the first submission.</summary>
    public required int Number { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid SubmittedBy { get; init; }

    /// <summary><see cref="ProposalContent"/> as JSON.</summary>
    public required string Content { get; init; }
}

internal sealed class ProposalVersionMapping : IEntityTypeConfiguration<ProposalVersion>
{
    public void Configure(EntityTypeBuilder<ProposalVersion> builder)
    {
        builder.ToTable("ProposalVersions");
        builder.Property(row => row.Content).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => new { row.ProposalId, row.Number }).IsUnique();
        builder.HasOne<Proposal>().WithMany().HasForeignKey(row => row.ProposalId).HasPrincipalKey(row => row.Id);
    }
}
