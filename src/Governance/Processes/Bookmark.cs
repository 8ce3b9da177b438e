using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>A waiting activity. Task, ballot, timer refer to it by <see cref="Key"/>; burnt bookmarks are deleted.</summary>
public sealed class Bookmark : Entity
{
    /// <summary>The engine's bookmark id, unique over all instances.</summary>
    public required string Key { get; init; }

    /// <summary>Whose.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Which activity waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity's type, for "what do cases wait for".</summary>
    public required string ActivityType { get; init; }

    /// <summary>What it waits for, as a key: see <see cref="Workflows.Bookmark.StimulusHash"/>; null when only its own key names it.</summary>
    public string? StimulusHash { get; init; }

    /// <summary>When it goes on by itself (UTC), or null when somebody must act.</summary>
    public DateTime? FiresAt { get; init; }

    /// <summary>The outcome it then has, for an activity of the product; null for the engine's own timers.</summary>
    public string? TimerOutcome { get; init; }

    /// <summary>Since when it waits (UTC).</summary>
    public required DateTime CreatedAt { get; init; }
}

internal sealed class BookmarkMapping : IEntityTypeConfiguration<Bookmark>
{
    public void Configure(EntityTypeBuilder<Bookmark> builder)
    {
        builder.ToTable("Bookmarks");
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.InstanceId);
        builder.HasIndex(row => row.FiresAt);
        builder.HasIndex(row => row.StimulusHash).HasFilter(Conventions.IsGiven(nameof(Bookmark.StimulusHash)));
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
