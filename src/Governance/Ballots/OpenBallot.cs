using Governance.Audit;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Chair or clerk opens the ballot in the meeting; from now on whoever sits in the body today votes.</summary>
public sealed record OpenBallot(Guid BallotId) : ICommand<Done>, IRule<OpenBallot>
{
    /// <inheritdoc />
    public static Who<OpenBallot> Who => BallotAccess.Conducts<OpenBallot>(request => request.BallotId);
}

internal sealed class OpenBallotHandler(GovernanceDb db, BallotRoll roll, AuditTrail audit, TimeProvider clock) : IRequestHandler<OpenBallot, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenBallot request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (_, ballot))
            return Error.Of("ballot.not-found");
        if (ballot.Status != BallotStatus.Invited)
            return Error.Of(ballot.Status == BallotStatus.Open ? "ballot.already-open" : "ballot.closed", ("at", ballot.OpenedAt));
        ballot.OpenedAt = clock.GetUtcNow().UtcDateTime;
        await roll.RenewAsync(ballot, cancellationToken);
        ballot.Status = BallotStatus.Open;

        // Due in this very meeting; nobody is reminded by mail of what happens in the room.
        var today = BerlinTime.EndOfDay(BerlinTime.DayOf(ballot.OpenedAt.Value));
        foreach (var task in await db.Set<InboxTask>().Where(row => row.BallotId == ballot.Id && row.Kind == TaskKind.Vote && row.IsOpen).ToListAsync(cancellationToken))
            task.DueAt = today;
        await audit.RecordAsync(ballot.ProposalId, "ballot.opened", new { ballot = ballot.Id }, cancellationToken);
        return new Done();
    }
}
