using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>Each subject's entries are numbered 1, 2, 3 … and each hash follows from its predecessor and its own content. Entries cut
/// off at the end of a chain leave no trace in it.</summary>
internal sealed class AuditChains : ICheck
{
    public string Name => "audit-chains";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var (subject, number, hash) = (Guid.Empty, 0, "");
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.SubjectId).ThenBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            found.Looked(1);
            if (entry.SubjectId != subject)
                (subject, number, hash) = (entry.SubjectId, 0, "");
            if (entry.Number != number + 1)
                found.Add("audit.gap", ("subject", subject), ("after", number), ("found", entry.Number));
            if (!entry.Follows(hash))
                found.Add("audit.hash-differs", ("subject", subject), ("number", entry.Number));
            (number, hash) = (entry.Number, entry.Hash);
        }
    }
}
