using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>The stored versions of the authority table.</summary>
public sealed class AuthorityTables(GovernanceDb db)
{
    /// <summary>The table in force on a day, or <c>authority.no-table</c>.</summary>
    public async Task<Result<AuthorityTable>> InForceAsync(DateOnly day, CancellationToken ct)
    {
        var stored = await db.Set<AuthorityVersion>().AsNoTracking().Where(version => version.ValidFrom <= day)
            .OrderByDescending(version => version.ValidFrom).ThenByDescending(version => version.Number).FirstOrDefaultAsync(ct);
        return stored is null ? Error.Of("authority.no-table", ("day", day)) : AuthorityJson.Read(stored.Rules);
    }
}
