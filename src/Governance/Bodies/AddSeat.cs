using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Gives a person a seat. Ballots that run take it up from its first day on. Answers with its id.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Kind">By what right.</param>
/// <param name="Function">Chair, deputy chair or member.</param>
/// <param name="Group">Fraktion, or empty.</param>
/// <param name="SubstituteOrder">Place among the elected substitutes, from 1; null for a full seat.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null.</param>
public sealed record AddSeat(
    string Body, Guid PersonId, SeatKind Kind, SeatFunction Function, string Group, int? SubstituteOrder, DateOnly From, DateOnly? Until)
    : ICommand<Guid>, IRule<AddSeat>, ISeatFields
{
    /// <inheritdoc />
    public static Who<AddSeat> Who => People.Who.Holds<AddSeat>(Role.Administrator, Role.Clerk);
}

internal sealed class AddSeatValidator : SeatFieldsValidator<AddSeat>
{
    public AddSeatValidator() => RuleFor(seat => seat.PersonId).NotEmpty().WithErrorCode("input.required");
}

internal sealed class AddSeatHandler(GovernanceDb db, AuditTrail audit) : IRequestHandler<AddSeat, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddSeat request, CancellationToken cancellationToken)
    {
        // The body's lock: two seats that exclude each other are entered one after the other.
        if (await db.Locked<Body>().SingleOrDefaultAsync(row => row.Code == request.Body, cancellationToken) is not { } body)
            return Error.Of("body.not-found", ("body", request.Body));
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == request.PersonId, cancellationToken) is not { } person)
            return Error.Of("seat.nobody") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [nameof(AddSeat.PersonId)] = [Error.Of("input.unknown")] } };
        var seat = new Seat
        {
            BodyId = body.Id, PersonId = person.Id, Kind = request.Kind, Function = request.Function, Group = request.Group.Trim(), SubstituteOrder = request.SubstituteOrder,
            From = request.From, Until = request.Until,
        };

        // The stamp orders what one person gets in two bodies, or as a role: the second is run again and sees the first.
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        if (await db.RefusalOfAsync(body, seat, cancellationToken) is { } refused)
            return refused;
        db.Add(seat);
        db.Touch(body);
        await audit.RecordAsync(body.Id, "seat.added", BodyFacts.Of(seat, person.FullName), cancellationToken);
        return seat.Id;
    }
}
