using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Objections;

/// <summary>The mayor in whose name somebody objects.</summary>
internal sealed record Mayor(Guid PersonId, string Name);

/// <summary>Who exercises the mayor's power to object: the mayor, and while the mayor is away the deputy mayor who was appointed as deputy,
/// so that three days do not pass meanwhile (§§ 54 (1), 68 (1) GO NRW).</summary>
internal static class MayorsPower
{
    /// <summary>The mayor in whose name the actor may object: the actor, or who is away; null for everybody else.</summary>
    public static async ValueTask<Mayor?> HeldForAsync(Actor actor, GovernanceDb db, CancellationToken ct)
    {
        if (actor.Is(Role.Mayor))
            return new(actor.PersonId, actor.Name);
        var (today, others) = (actor.Today, actor.DeputyFor);
        return actor.Is(Role.DeputyMayor) && others.Count > 0
            ? await db.Set<Appointment>().Where(row => row.Role == Role.Mayor && others.Contains(row.PersonId) && row.From <= today && (row.Until == null || row.Until >= today))
                .Join(db.Users, row => row.PersonId, person => person.Id, (row, person) => new Mayor(person.Id, person.FullName)).FirstOrDefaultAsync(ct)
            : null;
    }

    /// <summary>Whether the actor may object as the mayor does.</summary>
    public static async ValueTask<bool> IsHeldByAsync(Actor actor, GovernanceDb db, CancellationToken ct) => await HeldForAsync(actor, db, ct) is not null;
}
