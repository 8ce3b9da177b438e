using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>The people who deputise for each other, by name: whom a form offers.</summary>
public sealed record ListColleagues : IQuery<IReadOnlyList<Colleague>>, IRule<ListColleagues>
{
    /// <inheritdoc />
    public static Who<ListColleagues> Who => People.Who.Holds<ListColleagues>([.. Colleagues.Roles, Role.Administrator]);
}

/// <summary>Somebody of the administration.</summary>
public sealed record Colleague(Guid Id, string Name, string Unit);

internal sealed class ListColleaguesHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ListColleagues, Result<IReadOnlyList<Colleague>>>
{
    public async Task<Result<IReadOnlyList<Colleague>>> Handle(ListColleagues request, CancellationToken cancellationToken) =>
        await Colleagues.Holding(db, Today.InBerlin(clock), Colleagues.Roles).OrderBy(person => person.FullName).ThenBy(person => person.Id)
            .Select(person => new Colleague(person.Id, person.FullName, person.Unit)).ToListAsync(cancellationToken);
}
