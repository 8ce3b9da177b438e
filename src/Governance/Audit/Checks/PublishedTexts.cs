using System.Text.Json;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>The text of each published version is the one that was published: its checksum, and the one that its history tells; who may begin it is whom the text names.</summary>
internal sealed class PublishedTexts : ICheck
{
    public string Name => "published-texts";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var rows = db.Set<PublishedDefinition>().AsNoTracking().OrderBy(row => row.Sequence).Select(row => new
        {
            row.DefinitionId, row.Number, row.Sha256, row.Source, row.BegunBy,
            Told = db.Set<AuditEntry>().Where(entry => entry.SubjectId == row.Id && entry.Action == Publishing.Published).Select(entry => entry.Facts).FirstOrDefault(),
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            found.Looked(1);
            if (WorkflowDefinition.HashOf(row.Source) != row.Sha256)
                found.Add("definition.text-differs", ("definition", row.DefinitionId), ("version", row.Number));
            if (Publishing.Read(row.Source) is { IsSuccess: true } read && BeginForm.BegunBy(read.Value) != row.BegunBy)
                found.Add("definition.begun-by-differs", ("definition", row.DefinitionId), ("version", row.Number));
            if (row.Told is null || ShaIn(row.Told) != row.Sha256)
                found.Add("definition.history-differs", ("definition", row.DefinitionId), ("version", row.Number));
        }
    }

    private static string? ShaIn(string facts)
    {
        using var json = JsonDocument.Parse(facts);
        return json.RootElement.TryGetProperty("sha256", out var sha) ? sha.GetString() : null;
    }
}
