using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Brings a ballot's roll up to today's seats. A circular ballot for whose remaining members nothing is left to wait closes.
/// Sent by the sweep; harmless when repeated.</summary>
public sealed record RenewBallotRoll(Guid BallotId) : ICommand<Done>, IRule<RenewBallotRoll>
{
    /// <inheritdoc />
    public static Who<RenewBallotRoll> Who => People.Who.Program<RenewBallotRoll>();
}

internal sealed class RenewBallotRollHandler(GovernanceDb db, BallotRoll roll, BallotClosing closing, TimeProvider clock) : IRequestHandler<RenewBallotRoll, Result<Done>>
{
    public async Task<Result<Done>> Handle(RenewBallotRoll request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");

        // At its deadline a circular ballot is counted as it is.
        if (ballot.Status == BallotStatus.Closed || (ballot.Procedure == VotingProcedure.Circular && clock.GetUtcNow().UtcDateTime >= ballot.DeadlineAt))
            return new Done();
        var members = await roll.RenewAsync(ballot, cancellationToken);
        if (ballot.Procedure == VotingProcedure.InSession || members.Exists(member => member.VotedAt is null && member.RecusalReason is null) || members.Count == 0)
            return new Done();
        var closed = await closing.CloseAsync(instance, ballot, BallotCounting.Of(ballot, members), worded: null, cancellationToken);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }
}

/// <summary>The ballots of a body that are not closed and whose rolls today's seats change, oldest first.</summary>
public sealed record OutdatedRolls(Guid BodyId, int Limit) : IQuery<IReadOnlyList<Guid>>, IRule<OutdatedRolls>
{
    /// <inheritdoc />
    public static Who<OutdatedRolls> Who => People.Who.Program<OutdatedRolls>();
}

internal sealed class OutdatedRollsHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<OutdatedRolls, Result<IReadOnlyList<Guid>>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(OutdatedRolls request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var seats = db.Set<Seat>().Where(seat => seat.BodyId == request.BodyId).VotingOn(BerlinTime.DayOf(now));
        return await db.Set<Ballot>().AsNoTracking()
            .Where(ballot => ballot.BodyId == request.BodyId && ballot.Status != BallotStatus.Closed && (ballot.Procedure != VotingProcedure.Circular || ballot.DeadlineAt > now))
            .Where(ballot =>
                db.Set<BallotMember>().Any(member => member.BallotId == ballot.Id && member.VotedAt == null && !seats.Any(seat => seat.PersonId == member.PersonId && seat.Kind == member.Kind))
                || (seats.Any(seat => !db.Set<BallotMember>().Any(member => member.BallotId == ballot.Id && member.PersonId == seat.PersonId))
                    && db.Set<BallotMember>().Count(member => member.BallotId == ballot.Id) < ballot.StatutoryMembers)
                || (ballot.Status == BallotStatus.Invited && db.Set<Body>().Any(body => body.Id == request.BodyId && body.StatutoryMembers != ballot.StatutoryMembers)))
            .OrderBy(ballot => ballot.Sequence).Take(request.Limit).Select(ballot => ballot.Id).ToListAsync(cancellationToken);
    }
}
