using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>The bodies that a ballot's item can be referred to: every voting body but its own.</summary>
public sealed record ReferralTargets(Guid BallotId) : IQuery<IReadOnlyList<ReferralTarget>>, IRule<ReferralTargets>
{
    /// <inheritdoc />
    public static Who<ReferralTargets> Who => BallotAccess.Conducts<ReferralTargets>(request => request.BallotId);
}

/// <summary>A body to refer to.</summary>
public sealed record ReferralTarget(string Code, LocalText Name);

internal sealed class ReferralTargetsHandler(GovernanceDb db) : IRequestHandler<ReferralTargets, Result<IReadOnlyList<ReferralTarget>>>
{
    public async Task<Result<IReadOnlyList<ReferralTarget>>> Handle(ReferralTargets request, CancellationToken cancellationToken)
    {
        var own = await db.Set<Ballot>().Where(ballot => ballot.Id == request.BallotId).Select(ballot => ballot.BodyId).SingleAsync(cancellationToken);
        return await db.Set<Body>().AsNoTracking().Where(body => body.Id != own && body.Procedure != VotingProcedure.Office)
            .OrderBy(body => body.Sequence).Select(body => new ReferralTarget(body.Code, new LocalText(body.NameDe, body.NameEn))).ToListAsync(cancellationToken);
    }
}
