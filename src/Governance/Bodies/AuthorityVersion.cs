using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Bodies;

/// <summary>A version of the authority table (Zuständigkeitsordnung). A proposal keeps the version in force when it was submitted.</summary>
public sealed class AuthorityVersion : Entity
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The ordered rules as JSON.</summary>
    public required string Rules { get; init; }
}

internal sealed class AuthorityVersionMapping : IEntityTypeConfiguration<AuthorityVersion>
{
    public void Configure(EntityTypeBuilder<AuthorityVersion> builder)
    {
        builder.ToTable("AuthorityVersions");
        builder.Property(row => row.Rules).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.ValidFrom);
    }
}
