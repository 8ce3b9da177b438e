using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Gives an appointment its last day. Who shall lose a role at once is locked.</summary>
/// <param name="AppointmentId">Which.</param>
/// <param name="Until">Last day: today or later, and not before the first.</param>
public sealed record EndAppointment(Guid AppointmentId, DateOnly Until) : ICommand<Done>, IRule<EndAppointment>
{
    /// <inheritdoc />
    public static Who<EndAppointment> Who => People.Who.Holds<EndAppointment>(Role.Administrator);
}

internal sealed class EndAppointmentHandler(GovernanceDb db, CommandScope scope, AuditTrail audit, TimeProvider clock) : IRequestHandler<EndAppointment, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndAppointment request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Appointment>(request.AppointmentId, cancellationToken) is not { } appointment)
            return Error.Of("appointment.not-found");

        // So that an administrator always remains.
        if (appointment.PersonId == scope.Actor.PersonId)
            return Error.Of("appointment.own");
        if (appointment.Until < Today.InBerlin(clock))
            return Error.Of("appointment.already-ended", ("until", appointment.Until));
        if (request.Until < appointment.From || request.Until < Today.InBerlin(clock))
            return Wrong(Error.Of("appointment.ends-too-early"));
        if (appointment.Until is { } until && request.Until > until)
            return Wrong(Error.Of("appointment.ends-later"));
        appointment.Until = request.Until;
        await audit.RecordAsync(appointment.PersonId, "person.appointment-ended", AppointmentFacts.Of(appointment), cancellationToken);
        return new Done();
    }

    private static Error Wrong(Error error) =>
        Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [nameof(EndAppointment.Until)] = [error] } };
}
