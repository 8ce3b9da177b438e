using FluentValidation;
using Governance.Audit;
using Governance.Bodies;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Gives a person a role. Nobody appoints themselves. Answers with the appointment's id.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">What.</param>
/// <param name="From">First day, today at the earliest: who held a role when is what acts of the past are judged by.</param>
/// <param name="Until">Last day, or null.</param>
public sealed record AddAppointment(Guid PersonId, Role Role, DateOnly From, DateOnly? Until) : ICommand<Guid>, IRule<AddAppointment>
{
    /// <inheritdoc />
    public static Who<AddAppointment> Who => People.Who.Holds<AddAppointment>(Role.Administrator);
}

internal sealed class AddAppointmentValidator : AbstractValidator<AddAppointment>
{
    public AddAppointmentValidator(TimeProvider clock)
    {
        RuleFor(request => request.Role).IsInEnum().WithErrorCode("input.required");
        RuleFor(request => request.From).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("input.required")
            .GreaterThanOrEqualTo(_ => Today.InBerlin(clock)).WithErrorCode("appointment.begins-too-early");
        RuleFor(request => request.Until).GreaterThanOrEqualTo(request => request.From).WithErrorCode("seat.until-before-from");
    }
}

internal sealed class AddAppointmentHandler(GovernanceDb db, CommandScope scope, AuditTrail audit) : IRequestHandler<AddAppointment, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddAppointment request, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(one => one.Id == request.PersonId, cancellationToken) is not { } person)
            return Error.Of("people.not-found");
        if (person.Id == scope.Actor.PersonId)
            return Error.Of("appointment.own");
        if (await db.HoldsAsync(person.Id, [request.Role], request.From, request.Until, cancellationToken))
            return Error.Of("appointment.already-held");
        if (await db.HoldsAsync(person.Id, Separation.From(request.Role), request.From, request.Until, cancellationToken)
            || (Separation.WithoutVote.Contains(request.Role) && await VotesAsync(request, cancellationToken)))
            return Error.Of("appointment.excluded");
        if (Separation.InService.Contains(request.Role) && await IsElectedAsync(request, cancellationToken))
            return Error.Of("appointment.elected");

        // The stamp orders two appointments of one person: the second is run again and sees the first.
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        var appointment = new Appointment { PersonId = person.Id, Role = request.Role, From = request.From, Until = request.Until };
        db.Add(appointment);
        await audit.RecordAsync(person.Id, "person.appointed", AppointmentFacts.Of(appointment), cancellationToken);
        return appointment.Id;
    }

    private Task<bool> VotesAsync(AddAppointment request, CancellationToken ct) => SeatsIn(request).AnyAsync(seat => seat.Kind != SeatKind.Advisory, ct);

    private Task<bool> IsElectedAsync(AddAppointment request, CancellationToken ct) =>
        SeatsIn(request).AnyAsync(seat => seat.Kind == SeatKind.CouncilMember || seat.Kind == SeatKind.ExpertCitizen, ct);

    private IQueryable<Seat> SeatsIn(AddAppointment request) => db.Set<Seat>().Where(
        seat => seat.PersonId == request.PersonId && (request.Until == null || seat.From <= request.Until) && (seat.Until == null || seat.Until >= request.From));
}
