using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Persistence;

/// <summary>A caller's key with the answer its command got: the same key and body give the same answer, once done.</summary>
public sealed class IdempotencyKey : Entity
{
    /// <summary>Whose key.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The key as sent.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the command's name and content.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Response { get; set; }

    /// <summary>When (UTC); kept for a day.</summary>
    public required DateTime CreatedAt { get; init; }
}

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder.Property(row => row.Response).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => new { row.ActorId, row.Key }).IsUnique();
        builder.HasIndex(row => row.CreatedAt);
    }
}
