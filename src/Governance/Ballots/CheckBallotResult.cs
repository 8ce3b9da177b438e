using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Whether a result could be recorded so: asked before the clerk is asked to confirm what cannot be taken back. Refused with
/// what <see cref="RecordBallotResult"/> would be refused with.</summary>
public sealed record CheckBallotResult(RecordBallotResult Result) : IQuery<Done>, IRule<CheckBallotResult>
{
    /// <inheritdoc />
    public static Who<CheckBallotResult> Who => BallotAccess.Conducts<CheckBallotResult>(request => request.Result.BallotId);
}

internal sealed class CheckBallotResultHandler(GovernanceDb db, RecordedResult minutes, IEnumerable<IValidator<RecordBallotResult>> validators) : IRequestHandler<CheckBallotResult, Result<Done>>
{
    public async Task<Result<Done>> Handle(CheckBallotResult request, CancellationToken cancellationToken)
    {
        if (InvalidInput.Of(validators, request.Result) is { } invalid)
            return invalid;
        if (await db.Set<Ballot>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Result.BallotId, cancellationToken) is not { } ballot)
            return Error.Of("ballot.not-found");
        return await minutes.RefusalAsync(request.Result, ballot, cancellationToken) is { } refused ? refused : new Done();
    }
}
