using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Who may be given a seat: everybody whose access is not locked.</summary>
public sealed record ListCandidates : IQuery<IReadOnlyList<Candidate>>, IRule<ListCandidates>
{
    /// <inheritdoc />
    public static Who<ListCandidates> Who => People.Who.Holds<ListCandidates>(Role.Administrator, Role.Clerk);
}

/// <summary>A person to choose; the sign-in name tells two of one name apart.</summary>
public sealed record Candidate(Guid Id, string FullName, string UserName);

internal sealed class ListCandidatesHandler(GovernanceDb db) : IRequestHandler<ListCandidates, Result<IReadOnlyList<Candidate>>>
{
    public async Task<Result<IReadOnlyList<Candidate>>> Handle(ListCandidates request, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(person => person.LockoutEnd != LockPerson.ForEver).OrderBy(person => person.FullName).ThenBy(person => person.UserName)
            .Select(person => new Candidate(person.Id, person.FullName, person.UserName!)).ToListAsync(cancellationToken);
}
