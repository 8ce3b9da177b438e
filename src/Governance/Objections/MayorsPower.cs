using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Objections;

/// <summary>Who exercises the mayor's power to object: the mayor, and while the mayor is away the deputy mayor who was appointed as deputy,
/// so that three days do not pass meanwhile (§§ 54 (1), 68 (1) GO NRW).</summary>
internal static class MayorsPower
{
    public static async ValueTask<bool> IsHeldByAsync(Actor actor, GovernanceDb db, CancellationToken ct)
    {
        if (actor.Is(Role.Mayor))
            return true;
        var (today, others) = (actor.Today, actor.DeputyFor);
        return actor.Is(Role.DeputyMayor) && others.Count > 0 && await db.Set<Appointment>().AnyAsync(
            row => row.Role == Role.Mayor && others.Contains(row.PersonId) && row.From <= today && (row.Until == null || row.Until >= today), ct);
    }
}
