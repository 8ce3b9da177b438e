using Governance.Audit;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Renames a body or sets its kind, size and procedure. Ballots keep what held when they began.</summary>
/// <param name="Code">Which.</param>
/// <param name="NameDe">German name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="StatutoryMembers">Voting members by statute, 1 to 500.</param>
/// <param name="Procedure">How it votes.</param>
/// <param name="Version">The version that was seen.</param>
public sealed record ChangeBody(string Code, string NameDe, string NameEn, BodyKind Kind, int StatutoryMembers, VotingProcedure Procedure, int Version)
    : ICommand<Done>, IRule<ChangeBody>, IBodyFields
{
    /// <inheritdoc />
    public static Who<ChangeBody> Who => People.Who.Holds<ChangeBody>(Role.Administrator);
}

internal sealed class ChangeBodyValidator : BodyFieldsValidator<ChangeBody>;

internal sealed class ChangeBodyHandler(GovernanceDb db, AuditTrail audit, TimeProvider clock) : IRequestHandler<ChangeBody, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeBody request, CancellationToken cancellationToken)
    {
        if (await db.Locked<Body>().SingleOrDefaultAsync(row => row.Code == request.Code, cancellationToken) is not { } body)
            return Error.Of("body.not-found", ("body", request.Code));
        if (body.Version != request.Version)
            return Error.Of("version.stale", ("seen", request.Version), ("now", body.Version));
        if (request.Kind == BodyKind.Council && await db.Set<Body>().AnyAsync(row => row.Kind == BodyKind.Council && row.Id != body.Id, cancellationToken))
            return Error.Of("council.already-exists");

        var before = BodyFacts.Of(body);
        (body.NameDe, body.NameEn, body.Kind) = (request.NameDe.Trim(), request.NameEn.Trim(), request.Kind);
        (body.StatutoryMembers, body.Procedure) = (request.StatutoryMembers, request.Procedure);

        // A seat that the new kind or size does not allow would make every later ballot questionable. What has ended stays history.
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var seats = await db.Set<Seat>().AsNoTracking().Where(seat => seat.BodyId == body.Id && (seat.Until == null || seat.Until >= today)).ToListAsync(cancellationToken);
        foreach (var seat in seats)
            if (SeatRules.Check(body, seat, [.. seats.Where(other => other.Id != seat.Id)]) is { } broken)
                return broken;
        await audit.RecordAsync(body.Id, "body.changed", BodyFacts.Changes(before, BodyFacts.Of(body)), cancellationToken);
        return new Done();
    }
}
