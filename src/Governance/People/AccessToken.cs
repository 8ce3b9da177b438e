using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.People;

/// <summary>A bearer token of the API. Only its hash is kept; the token itself is shown once.</summary>
public sealed class AccessToken : Entity
{
    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What it is for, in the holder's words.</summary>
    public required string Label { get; init; }

    /// <summary>Lower-case hex SHA-256 of the token.</summary>
    public required string Hash { get; init; }

    /// <summary>When it ends (UTC).</summary>
    public required DateTime ExpiresAt { get; set; }
}

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => row.Hash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}
