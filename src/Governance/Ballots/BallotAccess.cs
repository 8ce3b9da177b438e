using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Who conducts a ballot: the clerk, or the chair and deputy chair of its body.</summary>
internal static class BallotAccess
{
    // Whoever has voted is told so, even after the seat has ended. The seats are Seats.VotingOn, which a compiled query cannot call.
    private static readonly CompiledQuery<Guid, Guid, DateOnly, bool> MayVote = new((db, ballot, person, today, _) =>
        db.Set<BallotMember>().Any(member => member.BallotId == ballot && member.PersonId == person
            && (member.VotedAt != null || db.Set<Seat>().Any(seat => seat.BodyId == db.Set<Ballot>().Where(row => row.Id == ballot).Select(row => row.BodyId).FirstOrDefault()
                && seat.PersonId == person && seat.Kind != SeatKind.Advisory && seat.SubstituteOrder == null && seat.From <= today && (seat.Until == null || seat.Until >= today)))));

    public static Who<T> Conducts<T>(Func<T, Guid> ballot) => Who.When<T>("clerk or chair of the body", async (request, actor, db, ct) =>
        actor.Is(Role.Clerk) || await ChairsAsync(ballot(request), actor, db, ct));

    // Not by Who.When: the program may do many things, but nobody's vote is its own.
    public static Who<T> Votes<T>(Func<T, Guid> ballot) => new("member entitled to vote, in office today", (request, actor, db, ct) =>
        new(MayVote.AskAsync(db, ballot(request), actor.PersonId, actor.Today, ct)));

    private static async ValueTask<bool> ChairsAsync(Guid ballot, Actor actor, GovernanceDb db, CancellationToken ct) =>
        await db.Set<Ballot>().Where(row => row.Id == ballot).Join(
            db.Set<Seat>().Where(seat => seat.PersonId == actor.PersonId && (seat.Function == SeatFunction.Chair || seat.Function == SeatFunction.DeputyChair)
                && seat.From <= actor.Today && (seat.Until == null || seat.Until >= actor.Today)),
            row => row.BodyId, seat => seat.BodyId, (row, seat) => seat.Id).AnyAsync(ct);
}
