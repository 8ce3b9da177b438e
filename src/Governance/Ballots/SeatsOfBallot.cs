using Governance.Bodies;
using Governance.Deadlines;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Reads how many have seats in a ballot's body.</summary>
internal static class SeatsOfBallot
{
    /// <summary>The seats of the ballot's body on any day from the invitation to now (UTC): who was elected in between takes part too.</summary>
    public static async Task<CommitteeSeats> CommitteeSeatsAsync(this GovernanceDb db, Ballot ballot, DateTime now, CancellationToken ct)
    {
        var (invited, today) = (BerlinTime.DayOf(ballot.InvitedAt), BerlinTime.DayOf(now));
        var seats = await db.Set<Seat>().AsNoTracking()
            .Where(seat => seat.BodyId == ballot.BodyId && seat.From <= today && (seat.Until == null || seat.Until >= invited))
            .GroupBy(seat => seat.Kind).Select(group => new { Kind = group.Key, Count = group.Count() }).ToListAsync(ct);
        return new(
            seats.Where(row => row.Kind == SeatKind.CouncilMember).Sum(row => row.Count),
            seats.Where(row => row.Kind == SeatKind.ExpertCitizen).Sum(row => row.Count));
    }
}
