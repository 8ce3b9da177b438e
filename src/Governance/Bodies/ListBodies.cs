using Governance.Ballots;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>The bodies of the city with who chairs them today.</summary>
public sealed record ListBodies : IQuery<IReadOnlyList<BodyLine>>, IRule<ListBodies>
{
    /// <inheritdoc />
    public static Who<ListBodies> Who => People.Who.SignedIn<ListBodies>();
}

/// <summary>One line of the list.</summary>
/// <param name="Code">Its name in tables and addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="Procedure">How it votes.</param>
/// <param name="StatutoryMembers">Voting members by statute.</param>
/// <param name="Seated">Voting seats that are taken today, substitutes not counted.</param>
/// <param name="Chair">Who chairs it today, or null.</param>
/// <param name="OpenBallots">Ballots that are not closed.</param>
public sealed record BodyLine(
    string Code, LocalText Name, BodyKind Kind, VotingProcedure Procedure, int StatutoryMembers, int Seated, string? Chair, int OpenBallots);

internal sealed class ListBodiesHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ListBodies, Result<IReadOnlyList<BodyLine>>>
{
    public async Task<Result<IReadOnlyList<BodyLine>>> Handle(ListBodies request, CancellationToken cancellationToken)
    {
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var seats = db.Set<Seat>().Where(seat => seat.From <= today && (seat.Until == null || seat.Until >= today));
        var bodies = await db.Set<Body>().AsNoTracking().OrderBy(body => body.Sequence).Select(body => new BodyLine(
            body.Code, new LocalText(body.NameDe, body.NameEn), body.Kind, body.Procedure, body.StatutoryMembers,
            seats.Count(seat => seat.BodyId == body.Id && seat.SubstituteOrder == null && seat.Kind != SeatKind.Advisory),
            seats.Where(seat => seat.BodyId == body.Id && seat.Function == SeatFunction.Chair)
                .Join(db.Set<Person>(), seat => seat.PersonId, person => person.Id, (seat, person) => person.FullName).FirstOrDefault(),
            db.Set<Ballot>().Count(ballot => ballot.BodyId == body.Id && ballot.Status != BallotStatus.Closed))).ToListAsync(cancellationToken);
        return Result.Ok<IReadOnlyList<BodyLine>>(bodies);
    }
}
