using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Notifications;

/// <summary>A mail that a committed step asked for. Rendered and sent after the commit; at least once over SMTP with a stable
/// Message-ID, exactly once as a file named by it.</summary>
public sealed class OutgoingMail : Entity
{
    /// <summary>To whom.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What is told: a code of the texts, <c>task.reminder</c>.</summary>
    public required string Template { get; init; }

    /// <summary>The facts as JSON; rendered in the reader's language when sent.</summary>
    public required string Facts { get; init; }

    /// <summary>What makes it once only: the same step repeated writes the same key.</summary>
    public required string Key { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it left (UTC), or null.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next (UTC); null once sent.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>What the mail server last said, or null.</summary>
    public string? LastError { get; set; }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(row => row.Facts).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.LastError).HasMaxLength(1000);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.NextAttemptAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}
