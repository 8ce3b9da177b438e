using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>Where one case stands in its workflow.</summary>
public sealed class ProcessInstance : Aggregate
{
    /// <summary>The definition it runs on.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The published version it runs on; changed only by an explicit, previewed move.</summary>
    public required int DefinitionNumber { get; set; }

    /// <summary>What the case is about: a proposal's id.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended (UTC), or null.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Elsa's status: Suspended, Finished, Faulted, Cancelled.</summary>
    public ProcessStatus Status { get; set; }

    /// <summary>The engine's state as JSON: live scopes, tokens, variables, bookmarks. Small; history is in the journal.</summary>
    public string State { get; set; } = "";

    /// <summary>Number of the last journal entry, so that appending needs no look at the journal.</summary>
    public long JournalLength { get; set; }
}

/// <summary>Elsa's words for how an instance stands between two steps.</summary>
public enum ProcessStatus
{
    /// <summary>Not yet run.</summary>
    Running,

    /// <summary>Waits for somebody or something.</summary>
    Suspended,

    /// <summary>Came to its end.</summary>
    Finished,

    /// <summary>Stopped by an incident.</summary>
    Faulted,

    /// <summary>Ended from outside: withdrawn.</summary>
    Cancelled,
}

internal sealed class ProcessInstanceMapping : IEntityTypeConfiguration<ProcessInstance>
{
    public void Configure(EntityTypeBuilder<ProcessInstance> builder)
    {
        builder.ToTable("ProcessInstances");
        builder.Property(row => row.State).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => row.SubjectId);
        builder.HasIndex(row => new { row.DefinitionId, row.DefinitionNumber, row.Status });
    }
}
