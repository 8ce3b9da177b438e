using Governance.Ballots;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>A body with its members of today and, of its ballots, those whose proposals the actor may see.</summary>
public sealed record GetBody(string Code) : IQuery<BodyDetails>, IRule<GetBody>
{
    /// <inheritdoc />
    public static Who<GetBody> Who => People.Who.SignedIn<GetBody>();
}

/// <summary>A body for reading; <see cref="Version"/> rises with every change of the body and of its seats.</summary>
public sealed record BodyDetails(
    Guid Id, int Version, string Code, LocalText Name, BodyKind Kind, VotingProcedure Procedure, int StatutoryMembers, IReadOnlyList<BodyMember> Members,
    IReadOnlyList<BodyBallot> Running, IReadOnlyList<BodyBallot> Closed);

/// <summary>Who sits there today; <see cref="Group"/> is the Fraktion, or empty.</summary>
public sealed record BodyMember(string Name, SeatKind Kind, SeatFunction Function, string Group, int? SubstituteOrder, DateOnly From, DateOnly? Until);

/// <summary>A ballot of the body; instants in UTC, counts null until closed.</summary>
public sealed record BodyBallot(
    Guid Id, BallotRole Role, VotingProcedure Procedure, BallotStatus Status, DateTime DeadlineAt, DateTime? ClosedAt, string? Outcome, int? Yes, int? No, int? Abstained, Guid ProposalId, string? Number, string Title);

internal sealed class GetBodyHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<GetBody, Result<BodyDetails>>
{
    private const int Lines = 20;

    public async Task<Result<BodyDetails>> Handle(GetBody request, CancellationToken cancellationToken)
    {
        if (await db.Set<Body>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == request.Code, cancellationToken) is not { } body)
            return Error.Of("body.not-found", ("body", request.Code));
        var ballots = from ballot in db.Set<Ballot>().AsNoTracking()
                      where ballot.BodyId == body.Id
                      join proposal in db.Set<Proposal>().VisibleTo(scope.Actor, db) on ballot.ProposalId equals proposal.Id
                      select new { ballot, proposal.Number, proposal.Title };
        var running = await ballots.Where(row => row.ballot.Status != BallotStatus.Closed).OrderBy(row => row.ballot.DeadlineAt).Take(Lines).ToListAsync(cancellationToken);
        var closed = await ballots.Where(row => row.ballot.Status == BallotStatus.Closed).OrderByDescending(row => row.ballot.ClosedAt).ThenByDescending(row => row.ballot.Sequence).Take(Lines).ToListAsync(cancellationToken);
        return new BodyDetails(
            body.Id, body.Version, body.Code, new(body.NameDe, body.NameEn), body.Kind, body.Procedure, body.StatutoryMembers, await MembersAsync(body.Id, cancellationToken),
            [.. running.Select(row => Of(row.ballot, row.Number, row.Title))], [.. closed.Select(row => Of(row.ballot, row.Number, row.Title))]);
    }

    private static BodyBallot Of(Ballot ballot, string? number, string title) => new(
        ballot.Id, ballot.Role, ballot.Procedure, ballot.Status, ballot.DeadlineAt, ballot.ClosedAt, ballot.Outcome, ballot.Yes, ballot.No, ballot.Abstained, ballot.ProposalId, number, title);

    private async Task<List<BodyMember>> MembersAsync(Guid body, CancellationToken ct)
    {
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var seats = await db.Set<Seat>().AsNoTracking().Where(seat => seat.BodyId == body && seat.From <= today && (seat.Until == null || seat.Until >= today))
            .OrderBy(seat => seat.Sequence)
            .Join(db.Set<Person>(), seat => seat.PersonId, person => person.Id, (seat, person) => new BodyMember(
                person.FullName, seat.Kind, seat.Function, seat.Group, seat.SubstituteOrder, seat.From, seat.Until)).ToListAsync(ct);
        return [.. seats.OrderBy(seat => seat.SubstituteOrder ?? 0).ThenBy(seat => seat.Function switch { SeatFunction.Chair => 0, SeatFunction.DeputyChair => 1, _ => 2 })];
    }
}
