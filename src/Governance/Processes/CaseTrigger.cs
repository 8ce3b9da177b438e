using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>By what cases of a workflow begin that nobody starts: one row for each usable trigger of the version on which new cases begin.</summary>
public sealed class CaseTrigger : Entity
{
    /// <summary>The workflow.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>By which event, as a key: see <see cref="Workflows.Bookmark.StimulusHash"/>; null for a time.</summary>
    public string? StimulusHash { get; init; }

    /// <summary>When the next case begins (UTC); null for an event.</summary>
    public DateTime? FiresAt { get; set; }

    /// <summary>Puts those of a workflow's version in the place of those that there are. What has an interval begins it anew.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="definition">The version on which new cases begin from now on, or null: none begin.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="ct">Ends the wait.</param>
    internal static async Task RenewAsync(GovernanceDb db, string definitionId, WorkflowDefinition? definition, DateTime now, CancellationToken ct)
    {
        db.RemoveRange(await LockAsync(db, definitionId, ct));
        if (definition is not null)
            db.AddRange(In(definition, now).Select(trigger => new CaseTrigger { DefinitionId = definitionId, ActivityId = trigger.ActivityId, StimulusHash = trigger.StimulusHash, FiresAt = trigger.Due?.UtcDateTime }));
    }

    /// <summary>Locks those of a workflow: all of them, always in one order, so that two that begin cases see one another and none waits for the other for ever.</summary>
    internal static Task<List<CaseTrigger>> LockAsync(GovernanceDb db, string definitionId, CancellationToken ct) =>
        db.Locked<CaseTrigger>().Where(row => row.DefinitionId == definitionId).OrderBy(row => row.Sequence).ToListAsync(ct);

    /// <summary>The triggers by which something will begin: not an instant that has passed.</summary>
    internal static IEnumerable<StartTrigger> In(WorkflowDefinition definition, DateTime now) =>
        StartTrigger.Of(definition, new(DateTime.SpecifyKind(now, DateTimeKind.Utc))).Where(trigger => trigger.StimulusHash is not null || trigger.Due is not null);
}

internal sealed class CaseTriggerMapping : IEntityTypeConfiguration<CaseTrigger>
{
    public void Configure(EntityTypeBuilder<CaseTrigger> builder)
    {
        builder.ToTable("CaseTriggers");
        builder.HasIndex(row => new { row.DefinitionId, row.ActivityId }).IsUnique();
        builder.HasIndex(row => row.FiresAt).HasFilter(Conventions.IsGiven(nameof(CaseTrigger.FiresAt)));
        builder.HasIndex(row => row.StimulusHash).HasFilter(Conventions.IsGiven(nameof(CaseTrigger.StimulusHash)));
    }
}
