using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>An activity that failed, kept until an administrator retried, skipped or cancelled it.</summary>
public sealed class Incident : Entity
{
    /// <summary>The engine's incident id, unique over all instances.</summary>
    public required string Key { get; init; }

    /// <summary>Whose.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Which activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What went wrong, naming activity and expression; for administrators.</summary>
    public required string Message { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>When it was dealt with (UTC), or null while open.</summary>
    public DateTime? ResolvedAt { get; set; }
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.Property(row => row.Message).HasMaxLength(2000);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.ResolvedAt, row.Sequence });
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
