using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>A published version of a workflow definition; its text is never changed, so that a case stays on what it began with.</summary>
public sealed class PublishedDefinition : Entity
{
    /// <summary>Elsa's definition id: <c>project-proposal</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>1, 2, 3 … per definition id.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of <see cref="Source"/>, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The JSON as it was published, byte for byte.</summary>
    public required string Source { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Who published it; null: it came with the program.</summary>
    public Guid? PublishedBy { get; init; }

    /// <summary>Why, in the publisher's words.</summary>
    public required string Note { get; init; }

    /// <summary>Who may begin a case of it by hand: names of roles and <c>owner</c> with blanks between, as its text says (<see cref="BeginForm"/>); null: nobody.</summary>
    public string? BegunBy { get; init; }

    /// <summary>When it was retired (UTC), or null: no new case begins on it.</summary>
    public DateTime? RetiredAt { get; set; }
}

internal sealed class PublishedDefinitionMapping : IEntityTypeConfiguration<PublishedDefinition>
{
    public void Configure(EntityTypeBuilder<PublishedDefinition> builder)
    {
        builder.ToTable("PublishedDefinitions");
        builder.Property(row => row.Sha256).HasMaxLength(64);
        builder.Property(row => row.Source).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.Property(row => row.BegunBy).HasMaxLength(BeginForm.LongestBy);
        builder.HasIndex(row => new { row.DefinitionId, row.Number }).IsUnique();
    }
}
