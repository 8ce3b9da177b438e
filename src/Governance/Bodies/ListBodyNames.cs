using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>The bodies that vote, by name: what a filter offers.</summary>
public sealed record ListBodyNames : IQuery<IReadOnlyList<BodyName>>, IRule<ListBodyNames>
{
    /// <inheritdoc />
    public static Who<ListBodyNames> Who => People.Who.SignedIn<ListBodyNames>();
}

/// <summary>A body's code and name.</summary>
public sealed record BodyName(string Code, LocalText Name);

internal sealed class ListBodyNamesHandler(GovernanceDb db) : IRequestHandler<ListBodyNames, Result<IReadOnlyList<BodyName>>>
{
    public async Task<Result<IReadOnlyList<BodyName>>> Handle(ListBodyNames request, CancellationToken cancellationToken) =>
        await db.Set<Body>().AsNoTracking().Where(body => body.Procedure != VotingProcedure.Office).OrderBy(body => body.Sequence)
            .Select(body => new BodyName(body.Code, new LocalText(body.NameDe, body.NameEn))).ToListAsync(cancellationToken);
}
