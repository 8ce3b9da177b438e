using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>The next version of a workflow while it is worked on: no case runs on it. At most one for each workflow.</summary>
public sealed class DraftDefinition : Aggregate
{
    /// <summary>Elsa's definition id.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The JSON, byte for byte; it can be read, but may have problems.</summary>
    public required string Source { get; set; }

    /// <summary>SHA-256 of <see cref="Source"/>, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>What it is about, in the words of whoever saved it.</summary>
    public required string Note { get; set; }

    /// <summary>When it was saved (UTC).</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>Who saved it; null: it came with the program, while the office had a version of its own.</summary>
    public required Guid? SavedBy { get; set; }

    /// <summary>When it was discarded (UTC), or null: kept so that the program does not offer the same text again at every start.</summary>
    public DateTime? DiscardedAt { get; set; }

    /// <summary>The draft as it was seen, locked.</summary>
    /// <returns><c>definition-draft.not-found</c> when it was published or discarded, <c>version.stale</c> when it was replaced.</returns>
    internal static async Task<Result<DraftDefinition>> LockAsync(GovernanceDb db, string definitionId, int version, CancellationToken ct)
    {
        if (await db.Locked<DraftDefinition>().SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.DiscardedAt == null, ct) is not { } draft)
            return Error.Of("definition-draft.not-found");
        return draft.Version == version ? draft : Error.Of("version.stale", ("seen", version), ("now", draft.Version));
    }
}

internal sealed class DraftDefinitionMapping : IEntityTypeConfiguration<DraftDefinition>
{
    public void Configure(EntityTypeBuilder<DraftDefinition> builder)
    {
        builder.ToTable("DraftDefinitions");
        builder.Property(row => row.Sha256).HasMaxLength(64);
        builder.Property(row => row.Source).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.HasIndex(row => row.DefinitionId).IsUnique();
    }
}
