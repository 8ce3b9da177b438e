using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>One thing that happened in an instance; appended, never changed. With the recorded instant, seed and answers of the
/// host a replay gives the same state, byte for byte.</summary>
public sealed class JournalEntry : Entity
{
    /// <summary>Whose.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>1, 2, 3 … without gaps per instance.</summary>
    public required long Number { get; init; }

    /// <summary>When (UTC): the instant the step was given, not the clock while it ran.</summary>
    public required DateTime At { get; init; }

    /// <summary>Which activity, or empty for the instance itself.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Started, Waiting, Resumed, Completed, Faulted …</summary>
    public required string Event { get; init; }

    /// <summary>Outcomes, host answer, message: JSON, or null.</summary>
    public required string? Data { get; init; }
}

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("JournalEntries");
        builder.Property(row => row.Data).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Event).HasMaxLength(40);
        builder.HasIndex(row => new { row.InstanceId, row.Number }).IsUnique();
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
