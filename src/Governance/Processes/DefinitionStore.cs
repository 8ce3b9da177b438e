using System.Collections.Concurrent;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Published definitions, compiled once a process: they never change, so they are cached for ever.</summary>
public sealed class DefinitionStore
{
    private readonly ConcurrentDictionary<(string Id, int Number), WorkflowDefinition> _compiled = new();

    /// <summary>One published version.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async ValueTask<WorkflowDefinition> GetAsync(GovernanceDb db, string definitionId, int number, CancellationToken ct) =>
        await FindAsync(db, definitionId, number, ct) ?? throw new InvalidOperationException($"{definitionId} has no version {number}.");

    /// <summary>One published version, or null when there is none.</summary>
    public async ValueTask<WorkflowDefinition?> FindAsync(GovernanceDb db, string definitionId, int number, CancellationToken ct)
    {
        if (_compiled.TryGetValue((definitionId, number), out var known))
            return known;
        var source = await db.Set<PublishedDefinition>().AsNoTracking()
            .Where(row => row.DefinitionId == definitionId && row.Number == number).Select(row => row.Source).SingleOrDefaultAsync(ct);
        return source is null ? null : _compiled.GetOrAdd((definitionId, number), WorkflowDefinition.Load(source, ActivityRegistry.Catalog));
    }

    /// <summary>The version on which new cases begin: the newest that is not retired, or null when there is none.</summary>
    public static async Task<int?> LatestAsync(GovernanceDb db, string definitionId, CancellationToken ct) =>
        await db.Set<PublishedDefinition>().Where(row => row.DefinitionId == definitionId && row.RetiredAt == null).MaxAsync(row => (int?)row.Number, ct);
}
