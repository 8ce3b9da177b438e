using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Closes a circular ballot at its deadline. Sent by the sweep; harmless when repeated or when a vote was faster.</summary>
public sealed record CloseDueBallot(Guid BallotId) : ICommand<Done>, IRule<CloseDueBallot>
{
    /// <inheritdoc />
    public static Who<CloseDueBallot> Who => People.Who.Program<CloseDueBallot>();
}

internal sealed class CloseDueBallotHandler(GovernanceDb db, BallotClosing closing, TimeProvider clock) : IRequestHandler<CloseDueBallot, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseDueBallot request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (ballot.Status != BallotStatus.Open || ballot.Procedure != VotingProcedure.Circular || clock.GetUtcNow().UtcDateTime < ballot.DeadlineAt)
            return new Done();
        var members = await db.Set<BallotMember>().Where(row => row.BallotId == ballot.Id).ToListAsync(cancellationToken);
        var closed = await closing.CloseAsync(instance, ballot, BallotCounting.Of(ballot, members), worded: null, cancellationToken);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }
}

/// <summary>The circular ballots whose deadline has passed, oldest first.</summary>
public sealed record DueBallots(int Limit) : IQuery<IReadOnlyList<Guid>>, IRule<DueBallots>
{
    /// <inheritdoc />
    public static Who<DueBallots> Who => People.Who.Program<DueBallots>();
}

internal sealed class DueBallotsHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<DueBallots, Result<IReadOnlyList<Guid>>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(DueBallots request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<Ballot>().AsNoTracking()
            .Where(ballot => ballot.Status == BallotStatus.Open && ballot.Procedure == VotingProcedure.Circular && ballot.DeadlineAt <= now)
            .OrderBy(ballot => ballot.DeadlineAt).Take(request.Limit).Select(ballot => ballot.Id).ToListAsync(cancellationToken);
    }
}
