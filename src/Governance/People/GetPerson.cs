using Governance.Bodies;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>A person with all appointments and seats, past and future ones too.</summary>
public sealed record GetPerson(Guid Id) : IQuery<PersonDetails>, IRule<GetPerson>
{
    /// <inheritdoc />
    public static Who<GetPerson> Who => People.Who.Holds<GetPerson>(Role.Administrator, Role.Auditor);
}

/// <summary>A person for reading.</summary>
/// <param name="Id">The person.</param>
/// <param name="Stamp">Changes with every change of the person; a change names the one it saw.</param>
/// <param name="UserName">Sign-in name.</param>
/// <param name="FullName">First and last name.</param>
/// <param name="Email">Address for notices.</param>
/// <param name="Unit">Unit of the administration, or empty.</param>
/// <param name="Culture">Language of mails: de or en.</param>
/// <param name="LockedUntil">Until when nobody signs in under the name (UTC), or null; after wrong passwords a quarter of an hour.</param>
/// <param name="Appointments">Roles, last begun first.</param>
/// <param name="Seats">Seats, last begun first.</param>
public sealed record PersonDetails(
    Guid Id, string Stamp, string UserName, string FullName, string Email, string Unit, string Culture, DateTime? LockedUntil,
    IReadOnlyList<AppointmentLine> Appointments, IReadOnlyList<PersonSeat> Seats);

/// <summary>A role from one day to another (both included).</summary>
public sealed record AppointmentLine(Guid Id, Role Role, DateOnly From, DateOnly? Until);

/// <summary>A seat of the person.</summary>
public sealed record PersonSeat(string Body, LocalText Name, SeatFunction Function, DateOnly From, DateOnly? Until);

internal sealed class GetPersonHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<GetPerson, Result<PersonDetails>>
{
    public async Task<Result<PersonDetails>> Handle(GetPerson request, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } person)
            return Error.Of("people.not-found");
        var appointments = await db.Set<Appointment>().AsNoTracking().Where(row => row.PersonId == person.Id).OrderByDescending(row => row.From).ThenBy(row => row.Sequence)
            .Select(row => new AppointmentLine(row.Id, row.Role, row.From, row.Until)).ToListAsync(cancellationToken);
        var seats = await db.Set<Seat>().AsNoTracking().Where(seat => seat.PersonId == person.Id).OrderByDescending(seat => seat.From).ThenBy(seat => seat.Sequence)
            .Join(db.Set<Body>(), seat => seat.BodyId, body => body.Id, (seat, body) => new PersonSeat(
                body.Code, new LocalText(body.NameDe, body.NameEn), seat.Function, seat.From, seat.Until)).ToListAsync(cancellationToken);
        return new PersonDetails(
            person.Id, person.ConcurrencyStamp ?? "", person.UserName!, person.FullName, person.Email ?? "", person.Unit, person.Culture,
            person.LockoutEnd > clock.GetUtcNow() ? person.LockoutEnd.Value.UtcDateTime : null, appointments, seats);
    }
}
