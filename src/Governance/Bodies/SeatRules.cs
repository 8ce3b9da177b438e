namespace Governance.Bodies;

/// <summary>What a seat must be like beside the others of its body.</summary>
public static class SeatRules
{
    /// <summary>Why the seat cannot be, or null: <c>seat.office</c>, <c>seat.kind-not-allowed</c>, <c>seat.cannot-chair</c>,
    /// <c>seat.no-substitutes</c>, <c>seat.already-held</c>, <c>seat.chair-taken</c>, <c>seat.order-taken</c>, <c>seat.body-full</c>,
    /// <c>seat.too-many-experts</c>.</summary>
    /// <param name="body">Where.</param>
    /// <param name="seat">The seat as it shall be.</param>
    /// <param name="others">All other seats of the body, of whatever time.</param>
    public static Error? Check(Body body, Seat seat, IReadOnlyList<Seat> others)
    {
        if (Alone(body, seat) is { } wrong)
            return wrong;
        var overlapping = others.Where(seat.Overlaps).ToList();
        if (overlapping.Find(other => other.PersonId == seat.PersonId) is { } own)
            return Error.Of("seat.already-held", ("from", own.From), ("until", own.Until));
        if (seat.Function == SeatFunction.Chair && overlapping.Find(other => other.Function == SeatFunction.Chair) is { } chair)
            return Error.Of("seat.chair-taken", ("from", chair.From), ("until", chair.Until));
        if (seat.SubstituteOrder is { } order && overlapping.Exists(other => other.SubstituteOrder == order))
            return Error.Of("seat.order-taken", ("order", order));
        var voting = overlapping.Where(IsVoting).ToList();
        return IsVoting(seat) ? Full(body, seat, voting) ?? Experts(seat, voting) : null;
    }

    private static Error? Alone(Body body, Seat seat) => seat switch
    {
        _ when body.Procedure == VotingProcedure.Office => Error.Of("seat.office"),

        // § 40 (2), § 58 (3) GO NRW: in the council only its members vote, in committees expert citizens too.
        _ when body.Kind == BodyKind.Council && seat.Kind is not (SeatKind.CouncilMember or SeatKind.Advisory) => Error.Of("seat.kind-not-allowed"),
        _ when body.Kind == BodyKind.Committee && seat.Kind == SeatKind.Administration => Error.Of("seat.kind-not-allowed"),

        // § 58 (3), § 59 GO NRW: not in the main and finance committee.
        _ when body.Code == BodyCodes.Finance && seat.Kind == SeatKind.ExpertCitizen => Error.Of("seat.kind-not-allowed"),
        { Function: not SeatFunction.Member } when !IsVoting(seat) => Error.Of("seat.cannot-chair"),
        { SubstituteOrder: not null } when body.Kind == BodyKind.Council => Error.Of("seat.no-substitutes"),
        _ => null,
    };

    // The number of voting seats rises only where one begins: those days are enough.
    private static Error? Full(Body body, Seat seat, List<Seat> voting)
    {
        foreach (var day in voting.Select(other => other.From).Where(day => day > seat.From).Append(seat.From).Order())
            if (voting.Count(other => other.Covers(day)) >= body.StatutoryMembers)
                return Error.Of("seat.body-full", ("members", body.StatutoryMembers), ("day", day));
        return null;
    }

    // § 58 (3) GO NRW: fewer expert citizens than council members.
    private static Error? Experts(Seat seat, List<Seat> voting)
    {
        if (seat.Kind != SeatKind.ExpertCitizen)
            return null;
        foreach (var day in voting.Select(other => other.From).Where(day => day > seat.From).Append(seat.From).Order())
        {
            var experts = voting.Count(other => other.Kind == SeatKind.ExpertCitizen && other.Covers(day)) + 1;
            var council = voting.Count(other => other.Kind == SeatKind.CouncilMember && other.Covers(day));
            if (seat.Covers(day) && experts >= council)
                return Error.Of("seat.too-many-experts", ("experts", experts), ("council", council), ("day", day));
        }

        return null;
    }

    private static bool IsVoting(Seat seat) => seat.Kind != SeatKind.Advisory && seat.SubstituteOrder is null;
}
