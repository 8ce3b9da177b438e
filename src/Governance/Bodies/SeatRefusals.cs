using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Governance.Bodies;

/// <summary>Asks the rules of a seat with the rows that they need.</summary>
internal static class SeatRefusals
{
    /// <summary>Why the seat cannot be as it is in memory, or null. The caller holds the body's lock, and has renewed the person's stamp:
    /// two seats, or a seat and a role, of one person are entered one after the other.</summary>
    public static async Task<Error?> RefusalOfAsync(this GovernanceDb db, Body body, Seat seat, CancellationToken ct)
    {
        var others = await db.Set<Seat>().AsNoTracking().Where(other => other.BodyId == body.Id && other.Id != seat.Id).ToListAsync(ct);
        if (SeatRules.Check(body, seat, others) is { } broken)
            return broken;

        // Who only gets an earlier last day is not asked: else nobody could end what should not be.
        var entry = db.Entry(seat);
        return entry.State != EntityState.Detached && Shortens(seat, entry.OriginalValues) ? null : await PersonAsync(db, seat, ct);
    }

    private static bool Shortens(Seat seat, PropertyValues before) =>
        before.GetValue<SeatKind>(nameof(Seat.Kind)) == seat.Kind && before.GetValue<DateOnly>(nameof(Seat.From)) <= seat.From
        && (before.GetValue<DateOnly?>(nameof(Seat.Until)) is not { } last || seat.Until <= last);

    private static async Task<Error?> PersonAsync(GovernanceDb db, Seat seat, CancellationToken ct)
    {
        // Who keeps the program or audits it has no say in decisions.
        if (seat.Kind != SeatKind.Advisory && await db.HoldsAsync(seat.PersonId, Separation.WithoutVote, seat.From, seat.Until, ct))
            return Error.Of("seat.without-vote");
        if (seat.Kind is not (SeatKind.CouncilMember or SeatKind.ExpertCitizen))
            return null;
        var excluded = seat.Kind == SeatKind.ExpertCitizen ? Separation.NoExpertCitizen : Separation.InService;
        if (await db.HoldsAsync(seat.PersonId, excluded, seat.From, seat.Until, ct))
            return Error.Of("seat.in-service");

        // § 58 (3) GO NRW: expert citizens are those who do not sit in the council.
        var other = seat.Kind == SeatKind.CouncilMember ? SeatKind.ExpertCitizen : SeatKind.CouncilMember;
        return await db.Set<Seat>().AnyAsync(
            row => row.PersonId == seat.PersonId && row.Id != seat.Id && row.Kind == other && (seat.Until == null || row.From <= seat.Until) && (row.Until == null || row.Until >= seat.From), ct)
            ? Error.Of(seat.Kind == SeatKind.CouncilMember ? "seat.is-expert-citizen" : "seat.is-council-member")
            : null;
    }
}
