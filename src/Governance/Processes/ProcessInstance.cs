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

    /// <summary>What the case is about: a proposal's id, or the id of the first of the cases where nobody started that one.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The case that started it, or null.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The first of all that started one another, or null for one that a person or the program started.</summary>
    public Guid? RootId { get; init; }

    /// <summary>How many cases are above it; 0 for one that a person or the program started.</summary>
    public int Depth { get; init; }

    /// <summary>The parent's bookmark that waits until it has ended, or null.</summary>
    public string? ParentBookmark { get; set; }

    /// <summary>What events name it by, or null; cut to <see cref="CorrelationLength"/> characters, the whole is in the state.</summary>
    public string? CorrelationId { get; set; }

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

    /// <summary>It began by itself, or a case did that is above it: there is no proposal.</summary>
    public bool IsAboutItself => SubjectId == (RootId ?? Id);

    /// <summary>The case that started it goes on when it has ended.</summary>
    public bool IsWaitedFor => ParentId is not null && ParentBookmark is not null;

    /// <summary>Nothing can happen to it any more.</summary>
    public bool HasEnded => Status is ProcessStatus.Finished or ProcessStatus.Faulted or ProcessStatus.Cancelled;

    internal const int CorrelationLength = 200;

    // Without what a database would refuse: a zero, half a character where it is cut.
    internal static string? Correlation(string? id)
    {
        var plain = id?.Replace('\0', ' ');
        return plain is { Length: > CorrelationLength } ? plain[..(char.IsHighSurrogate(plain[CorrelationLength - 1]) ? CorrelationLength - 1 : CorrelationLength)] : plain;
    }
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
        builder.Ignore(row => row.HasEnded);
        builder.Ignore(row => row.IsWaitedFor);
        builder.Ignore(row => row.IsAboutItself);
        builder.HasIndex(row => row.SubjectId);
        builder.HasIndex(row => row.RootId).HasFilter(Conventions.IsGiven(nameof(ProcessInstance.RootId)));
        builder.HasIndex(row => new { row.ParentId, row.ParentBookmark }).HasFilter(Conventions.IsGiven(nameof(ProcessInstance.ParentId)));
        builder.HasIndex(row => row.CorrelationId).HasFilter(Conventions.IsGiven(nameof(ProcessInstance.CorrelationId)));
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.ParentId).HasPrincipalKey(row => row.Id);
        builder.HasIndex(row => new { row.DefinitionId, row.DefinitionNumber, row.Status });
    }
}
