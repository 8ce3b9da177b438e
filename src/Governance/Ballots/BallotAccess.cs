using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Who conducts a ballot: the clerk, or the chair and deputy chair of its body.</summary>
internal static class BallotAccess
{
    private static readonly CompiledQuery<Guid, Guid, bool> IsMember = new((db, ballot, person, _) => db.Set<BallotMember>().Any(member => member.BallotId == ballot && member.PersonId == person));

    public static Who<T> Conducts<T>(Func<T, Guid> ballot) => Who.When<T>("clerk or chair of the body", async (request, actor, db, ct) =>
        actor.Is(Role.Clerk) || await ChairsAsync(ballot(request), actor, db, ct));

    // Not by Who.When: the program may do many things, but nobody's vote is its own.
    public static Who<T> Votes<T>(Func<T, Guid> ballot) => new("member entitled to vote", (request, actor, db, ct) =>
        new(IsMember.AskAsync(db, ballot(request), actor.PersonId, ct)));

    private static async ValueTask<bool> ChairsAsync(Guid ballot, Actor actor, GovernanceDb db, CancellationToken ct)
    {
        var today = BerlinTime.DayOf(DateTime.SpecifyKind(await db.Set<Ballot>().Where(row => row.Id == ballot).Select(row => row.InvitedAt).SingleOrDefaultAsync(ct), DateTimeKind.Utc));
        return await db.Set<Ballot>().Where(row => row.Id == ballot).Join(
            db.Set<Seat>().Where(seat => seat.PersonId == actor.PersonId && (seat.Function == SeatFunction.Chair || seat.Function == SeatFunction.DeputyChair)
                && seat.From <= today && (seat.Until == null || seat.Until >= today)),
            row => row.BodyId, seat => seat.BodyId, (row, seat) => seat.Id).AnyAsync(ct);
    }
}
