using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>How long a case waited at an activity that was then completed; appended with the step that completed it. The journal says the
/// same, but only after a search for each beginning.</summary>
public sealed class StationWait : Entity
{
    /// <summary>Whose.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its published number.</summary>
    public required int DefinitionNumber { get; init; }

    /// <summary>Where it waited.</summary>
    public required string ActivityId { get; init; }

    /// <summary>When it was completed (UTC).</summary>
    public required DateTime EndedAt { get; init; }

    /// <summary>Whole hours, rounded to the nearest.</summary>
    public required int Hours { get; init; }
}

internal sealed class StationWaitMapping : IEntityTypeConfiguration<StationWait>
{
    public void Configure(EntityTypeBuilder<StationWait> builder)
    {
        builder.ToTable("StationWaits");

        // All that the control room asks for: it never reads the rows themselves.
        builder.HasIndex(row => new { row.EndedAt, row.DefinitionId, row.DefinitionNumber, row.ActivityId, row.Hours });
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
