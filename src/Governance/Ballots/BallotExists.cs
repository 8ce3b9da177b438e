using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Whether there is such a ballot at all: tells "not yours" from "not there".</summary>
public sealed record BallotExists(Guid BallotId) : IQuery<bool>, IRule<BallotExists>
{
    /// <inheritdoc />
    public static Who<BallotExists> Who => People.Who.SignedIn<BallotExists>();
}

internal sealed class BallotExistsHandler(GovernanceDb db) : IRequestHandler<BallotExists, Result<bool>>
{
    public async Task<Result<bool>> Handle(BallotExists request, CancellationToken cancellationToken) =>
        await db.Set<Ballot>().AnyAsync(ballot => ballot.Id == request.BallotId, cancellationToken);
}
