using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>Whatever a workflow in force says that it begins by is kept as a trigger, and no other; a time that is over is kept no more.</summary>
internal sealed class CaseTriggers(DefinitionStore definitions) : ICheck
{
    public string Name => "case-triggers";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var kept = (await db.Set<CaseTrigger>().AsNoTracking().Select(row => new { row.DefinitionId, row.ActivityId, IsEvent = row.StimulusHash != null }).ToListAsync(ct)).ToHashSet();
        var inForce = await db.Set<PublishedDefinition>().Where(row => row.RetiredAt == null).GroupBy(row => row.DefinitionId)
            .Select(versions => new { DefinitionId = versions.Key, Number = versions.Max(row => row.Number) }).ToListAsync(ct);
        found.Looked(kept.Count + inForce.Count);
        foreach (var version in inForce)
        {
            // Of an instant alone one cannot know whether it was over when the version was published.
            foreach (var trigger in await TriggersAsync(db, version.DefinitionId, version.Number, ct))
                if (!kept.Remove(new { version.DefinitionId, trigger.ActivityId, IsEvent = trigger.StimulusHash is not null }) && (trigger.IsRepeated || trigger.StimulusHash is not null))
                    found.Add("definition.trigger-missing", ("definition", version.DefinitionId), ("version", version.Number), ("activity", trigger.ActivityId));
        }

        foreach (var row in kept)
            found.Add("definition.trigger-unknown", ("definition", row.DefinitionId), ("activity", row.ActivityId));
    }

    private async Task<IEnumerable<StartTrigger>> TriggersAsync(GovernanceDb db, string definition, int number, CancellationToken ct)
    {
        try
        {
            return StartTrigger.Of(await definitions.GetAsync(db, definition, number, ct), DateTimeOffset.UnixEpoch).Where(trigger => trigger.Problem is null);
        }
        catch (DefinitionException)
        {
            // PublishedTexts tells of it.
            return [];
        }
    }
}
