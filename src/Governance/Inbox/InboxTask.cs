using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Inbox;

/// <summary>Something that waits for one person or for the holders of a role. Opened and closed by the step that moves the case.</summary>
public sealed class InboxTask : Aggregate
{
    /// <summary>Due when a meeting calls the item, on a day that nobody has set yet: behind every day, never late.</summary>
    public static readonly DateTime WithTheMeeting = new(9999, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The case's process instance; the lock that orders everything that happens to the case.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The bookmark that completing this task resumes, or null for a notice or a vote (then nothing waits for it).</summary>
    public string? BookmarkKey { get; init; }

    /// <summary>The ballot it asks a vote for, or null.</summary>
    public Guid? BallotId { get; init; }

    /// <summary>The proposal it is about.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The activity of the definition that opened it.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What kind of act is asked for.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>Who must act: see <see cref="Inbox.Assignee"/>.</summary>
    public required string Assignee { get; set; }

    /// <summary>What is asked and which answers there are: <see cref="TaskForm"/> as JSON.</summary>
    public required string Form { get; init; }

    /// <summary>Why it landed here: a reason (code and facts) as JSON.</summary>
    public required string Why { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>End of the day by which it must be done (UTC); <see cref="WithTheMeeting"/> until a meeting calls it.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>When the sweep next has something to do with it (UTC), or null when nothing is left.</summary>
    public DateTime? NextNoticeAt { get; set; }

    /// <summary>What the sweep does then.</summary>
    public TaskNotice NextNotice { get; set; }

    /// <summary>False once it was completed or withdrawn by the process.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>When it was opened on screen for the first time (UTC); notices are acknowledged in bulk only after that.</summary>
    public DateTime? SeenAt { get; set; }

    /// <summary>When it was closed (UTC).</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Who completed it; null when the process closed it.</summary>
    public Guid? CompletedBy { get; set; }

    /// <summary>For whom a deputy completed it, or null.</summary>
    public Guid? CompletedFor { get; set; }

    /// <summary>The answer given.</summary>
    public string? Outcome { get; set; }

    /// <summary>The comment given.</summary>
    public string? Comment { get; set; }

    /// <summary>The values of the form's fields that were given, <see cref="TaskData"/> as JSON, or null.</summary>
    public string? Data { get; set; }

    /// <summary>Whose task it was before it was handed on: an <see cref="Inbox.Assignee"/>, or null.</summary>
    public string? DelegatedFrom { get; set; }

    /// <summary>Who handed it on, or null.</summary>
    public Guid? DelegatedBy { get; set; }

    /// <summary>When (UTC), or null.</summary>
    public DateTime? DelegatedAt { get; set; }

    /// <summary>Why, or null.</summary>
    public string? DelegationReason { get; set; }

    /// <summary>The last day for a due date, or null for <see cref="WithTheMeeting"/>.</summary>
    public static DateOnly? DueOn(DateTime dueAt) => dueAt == WithTheMeeting ? null : Deadlines.BerlinTime.DayOf(dueAt.AddTicks(-1));

    /// <summary>Takes it off the list: answered, or no longer asked for by the process.</summary>
    public void Close(DateTime now)
    {
        if (!IsOpen)
            return;
        IsOpen = false;
        ClosedAt = now;
        NextNoticeAt = null;
        NextNotice = TaskNotice.None;
    }
}

/// <summary>What is asked for. Stored by name.</summary>
public enum TaskKind
{
    /// <summary>A decision of the Stabsstelle or another office.</summary>
    Decision,

    /// <summary>An opinion or a check: cover, data protection.</summary>
    Opinion,

    /// <summary>A vote in a ballot.</summary>
    Vote,

    /// <summary>To run a ballot: open, close, record.</summary>
    Ballot,

    /// <summary>To take note.</summary>
    Notice,

    /// <summary>To carry out a decision.</summary>
    Charge,

    /// <summary>To correct a returned proposal.</summary>
    Correction,
}

/// <summary>What kinds have in common.</summary>
public static class TaskKinds
{
    /// <summary>True when an office answers it on the task's own page: then it can also be handed on. Votes are given and ballots conducted
    /// elsewhere, corrections are submitted, notices only read.</summary>
    public static bool IsAnsweredByForm(this TaskKind kind) => kind is TaskKind.Decision or TaskKind.Opinion or TaskKind.Charge;
}

/// <summary>The notices of a task, in their order.</summary>
public enum TaskNotice
{
    /// <summary>Nothing is left to send.</summary>
    None,

    /// <summary>Three working days before.</summary>
    Reminder,

    /// <summary>On the day.</summary>
    Due,

    /// <summary>Two working days after: the deputy or the Stabsstelle.</summary>
    Escalation,
}

internal static class InboxTasks
{
    /// <summary>Those not closed, whoever's, by the index of due days. A comparison on purpose: of a bare truth value SQLite makes no use in an
    /// index. Lists of one actor ask for the bare value, so that they begin with the assignee and not with everybody's open tasks.</summary>
    public static IQueryable<InboxTask> Open(this IQueryable<InboxTask> tasks)
    {
        var open = true;
        return tasks.Where(task => task.IsOpen == open);
    }
}

internal sealed class InboxTaskMapping : IEntityTypeConfiguration<InboxTask>
{
    public void Configure(EntityTypeBuilder<InboxTask> builder)
    {
        builder.ToTable("InboxTasks");
        builder.Property(row => row.Assignee).HasMaxLength(Assignee.Longest);
        builder.Property(row => row.DelegatedFrom).HasMaxLength(Assignee.Longest);
        builder.Property(row => row.DelegationReason).HasMaxLength(DelegateTask.LongestReason);
        builder.Property(row => row.Data).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Form).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Why).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Comment).HasMaxLength(4000);
        // Lists and, with the kind in it, counts are read from the index alone, and years of closed tasks cost an actor's list nothing. The
        // truth value stands in it once more, for SQLite looks at it again.
        builder.HasIndex(row => new { row.Assignee, row.DueAt, row.Sequence, row.Kind, row.IsOpen }).HasFilter(Conventions.IsTrue(nameof(InboxTask.IsOpen)));
        builder.HasIndex(row => new { row.IsOpen, row.DueAt, row.Kind });
        // Most tasks have none of these: left out, they do not make a database believe that the index finds little.
        builder.HasIndex(row => row.NextNoticeAt).HasFilter(Conventions.IsGiven(nameof(InboxTask.NextNoticeAt)));
        builder.HasIndex(row => row.BookmarkKey).HasFilter(Conventions.IsGiven(nameof(InboxTask.BookmarkKey)));
        builder.HasIndex(row => new { row.InstanceId, row.IsOpen });
        builder.HasIndex(row => new { row.BallotId, row.Assignee }).HasFilter(Conventions.IsGiven(nameof(InboxTask.BallotId)));
        builder.HasIndex(row => new { row.DelegatedFrom, row.IsOpen }).HasFilter(Conventions.IsGiven(nameof(InboxTask.DelegatedFrom)));
        builder.HasIndex(row => new { row.CompletedBy, row.ClosedAt }).HasFilter(Conventions.IsGiven(nameof(InboxTask.CompletedBy)));
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Proposals.Proposal>().WithMany().HasForeignKey(row => row.ProposalId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Ballots.Ballot>().WithMany().HasForeignKey(row => row.BallotId).HasPrincipalKey(row => row.Id);
    }
}
