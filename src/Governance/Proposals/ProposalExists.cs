using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Whether there is such a proposal at all: tells "not yours" from "not there", as a discarded draft is not.</summary>
public sealed record ProposalExists(Guid ProposalId) : IQuery<bool>, IRule<ProposalExists>
{
    /// <inheritdoc />
    public static Who<ProposalExists> Who => People.Who.SignedIn<ProposalExists>();
}

internal sealed class ProposalExistsHandler(GovernanceDb db) : IRequestHandler<ProposalExists, Result<bool>>
{
    public async Task<Result<bool>> Handle(ProposalExists request, CancellationToken cancellationToken) =>
        await db.Set<Proposal>().AnyAsync(proposal => proposal.Id == request.ProposalId, cancellationToken);
}
