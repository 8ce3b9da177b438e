using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>All seats of a body: those of today, those to come and those that have ended.</summary>
public sealed record ListSeats(string Body) : IQuery<SeatList>, IRule<ListSeats>
{
    /// <inheritdoc />
    public static Who<ListSeats> Who => People.Who.Holds<ListSeats>(Role.Administrator, Role.Clerk, Role.Auditor);
}

/// <summary>The seats of a body.</summary>
/// <param name="Name">Of the body.</param>
/// <param name="Kind">What the body is in law.</param>
/// <param name="Version">The body's version, for changes.</param>
/// <param name="Seats">Last begun first.</param>
public sealed record SeatList(LocalText Name, BodyKind Kind, int Version, IReadOnlyList<SeatLine> Seats);

/// <summary>One seat.</summary>
public sealed record SeatLine(
    Guid Id, Guid PersonId, string Person, SeatKind Kind, SeatFunction Function, string Group, int? SubstituteOrder, DateOnly From, DateOnly? Until);

internal sealed class ListSeatsHandler(GovernanceDb db) : IRequestHandler<ListSeats, Result<SeatList>>
{
    public async Task<Result<SeatList>> Handle(ListSeats request, CancellationToken cancellationToken)
    {
        if (await db.Set<Body>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == request.Body, cancellationToken) is not { } body)
            return Error.Of("body.not-found", ("body", request.Body));
        var seats = await db.Set<Seat>().AsNoTracking().Where(seat => seat.BodyId == body.Id).OrderByDescending(seat => seat.From).ThenBy(seat => seat.Sequence)
            .Join(db.Users, seat => seat.PersonId, person => person.Id, (seat, person) => new SeatLine(
                seat.Id, person.Id, person.FullName, seat.Kind, seat.Function, seat.Group, seat.SubstituteOrder, seat.From, seat.Until)).ToListAsync(cancellationToken);
        return new SeatList(new(body.NameDe, body.NameEn), body.Kind, body.Version, seats);
    }
}
