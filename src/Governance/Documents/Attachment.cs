using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Documents;

/// <summary>A file of a proposal. The bytes lie outside the web root under the row's id; name and type are facts, not paths.</summary>
public sealed class Attachment : Entity
{
    /// <summary>Whose.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The name it was sent with, for people only.</summary>
    public required string FileName { get; init; }

    /// <summary>The type found in its content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Lower-case hex SHA-256 of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid AddedBy { get; init; }

    /// <summary>When it was taken out of the draft (UTC); the row stays.</summary>
    public DateTime? RemovedAt { get; set; }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.Property(row => row.Sha256).HasMaxLength(64);
        builder.HasIndex(row => row.ProposalId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(row => row.ProposalId).HasPrincipalKey(row => row.Id);
    }
}
