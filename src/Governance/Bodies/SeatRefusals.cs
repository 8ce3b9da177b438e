using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Asks the rules of a seat with the rows that they need.</summary>
internal static class SeatRefusals
{
    /// <summary>Why the seat cannot be as it is in memory, or null. The caller holds the body's lock.</summary>
    public static async Task<Error?> RefusalOfAsync(this GovernanceDb db, Body body, Seat seat, CancellationToken ct)
    {
        var others = await db.Set<Seat>().AsNoTracking().Where(other => other.BodyId == body.Id && other.Id != seat.Id).ToListAsync(ct);
        if (SeatRules.Check(body, seat, others) is { } broken)
            return broken;

        // Who keeps the program or audits it has no say in decisions.
        return seat.Kind != SeatKind.Advisory && await db.HoldsAsync(seat.PersonId, Separation.WithoutVote, seat.From, seat.Until, ct) ? Error.Of("seat.without-vote") : null;
    }
}
