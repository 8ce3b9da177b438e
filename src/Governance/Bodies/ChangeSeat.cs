using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Corrects or ends a seat: whoever leaves gets a last day. Ballots that run follow; votes given stay.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="SeatId">Which.</param>
/// <param name="Kind">By what right.</param>
/// <param name="Function">Chair, deputy chair or member.</param>
/// <param name="Group">Fraktion, or empty.</param>
/// <param name="SubstituteOrder">Place among the elected substitutes, from 1; null for a full seat.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null.</param>
/// <param name="Version">The version of the body that was seen: its seats are part of it.</param>
public sealed record ChangeSeat(
    string Body, Guid SeatId, SeatKind Kind, SeatFunction Function, string Group, int? SubstituteOrder, DateOnly From, DateOnly? Until, int Version)
    : ICommand<Done>, IRule<ChangeSeat>, ISeatFields
{
    /// <inheritdoc />
    public static Who<ChangeSeat> Who => People.Who.Holds<ChangeSeat>(Role.Administrator, Role.Clerk);
}

internal sealed class ChangeSeatValidator : SeatFieldsValidator<ChangeSeat>;

internal sealed class ChangeSeatHandler(GovernanceDb db, AuditTrail audit) : IRequestHandler<ChangeSeat, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeSeat request, CancellationToken cancellationToken)
    {
        if (await db.Locked<Body>().SingleOrDefaultAsync(row => row.Code == request.Body, cancellationToken) is not { } body)
            return Error.Of("body.not-found", ("body", request.Body));
        if (await db.Set<Seat>().SingleOrDefaultAsync(row => row.Id == request.SeatId && row.BodyId == body.Id, cancellationToken) is not { } seat)
            return Error.Of("seat.not-found");
        if (body.Version != request.Version)
            return Error.Of("version.stale", ("seen", request.Version), ("now", body.Version));

        var person = await db.Users.SingleAsync(row => row.Id == seat.PersonId, cancellationToken);
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        var before = BodyFacts.Of(seat, person.FullName);
        (seat.Kind, seat.Function, seat.Group, seat.SubstituteOrder) = (request.Kind, request.Function, request.Group.Trim(), request.SubstituteOrder);
        (seat.From, seat.Until) = (request.From, request.Until);
        if (await db.RefusalOfAsync(body, seat, cancellationToken) is { } refused)
            return refused;
        db.Touch(body);
        await audit.RecordAsync(body.Id, "seat.changed", BodyFacts.Changes(before, BodyFacts.Of(seat, person.FullName)), cancellationToken);
        return new Done();
    }
}
