using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.People;

/// <summary>A further sign-in name of a person. The demo city names people by their seats, and one person may hold several.</summary>
public sealed class SignInAlias : Entity
{
    /// <summary>The name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the holder is, as the sign-in page of the demo shows it.</summary>
    public required string Function { get; init; }

    /// <summary>True for the few names that the sign-in page lists; the others work all the same.</summary>
    public required bool IsListed { get; init; }
}

internal sealed class SignInAliasMapping : IEntityTypeConfiguration<SignInAlias>
{
    public void Configure(EntityTypeBuilder<SignInAlias> builder)
    {
        builder.ToTable("SignInAliases");
        builder.HasIndex(row => row.Name).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}
