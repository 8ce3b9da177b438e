using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>What was handed in each time, oldest first: a returned proposal is compared with it.</summary>
public sealed record GetSubmissions(Guid ProposalId) : IQuery<IReadOnlyList<Submission>>, IRule<GetSubmissions>
{
    /// <inheritdoc />
    public static Who<GetSubmissions> Who => ProposalAccess.Sees<GetSubmissions>(request => request.ProposalId);
}

/// <summary>One submission; the instant in UTC.</summary>
public sealed record Submission(int Number, DateTime At, string By, ProposalContent Content);

internal sealed class GetSubmissionsHandler(GovernanceDb db) : IRequestHandler<GetSubmissions, Result<IReadOnlyList<Submission>>>
{
    public async Task<Result<IReadOnlyList<Submission>>> Handle(GetSubmissions request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ProposalVersion>().AsNoTracking().Where(version => version.ProposalId == request.ProposalId)
            .Join(db.Set<Person>(), version => version.SubmittedBy, person => person.Id, (version, person) => new { Version = version, person.FullName })
            .OrderBy(row => row.Version.Number).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Submission(row.Version.Number, row.Version.SubmittedAt, row.FullName, ProposalContent.Parse(row.Version.Content)));
    }
}
