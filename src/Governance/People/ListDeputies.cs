using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>The deputising of today and later that concerns the actor, either way; for whoever may enter it for others, all of it. By
/// first day; what is past or was ended is in the audit trail.</summary>
public sealed record ListDeputies : IQuery<IReadOnlyList<DeputyLine>>, IRule<ListDeputies>
{
    /// <inheritdoc />
    public static Who<ListDeputies> Who => People.Who.SignedIn<ListDeputies>();
}

/// <summary>One deputising.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Who is away.</param>
/// <param name="Person">Their name.</param>
/// <param name="DeputyId">Who acts.</param>
/// <param name="Deputy">Their name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="HasBegun">True when it acts today.</param>
/// <param name="CanEnd">True when the actor may end it.</param>
public sealed record DeputyLine(Guid Id, Guid PersonId, string Person, Guid DeputyId, string Deputy, DateOnly From, DateOnly Until, bool HasBegun, bool CanEnd);

internal sealed class ListDeputiesHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<ListDeputies, Result<IReadOnlyList<DeputyLine>>>
{
    private const int Most = 500;

    public async Task<Result<IReadOnlyList<DeputyLine>>> Handle(ListDeputies request, CancellationToken cancellationToken)
    {
        var (today, me, all) = (Today.InBerlin(clock), scope.Actor.PersonId, scope.Actor.IsSystem || scope.Actor.Is(Colleagues.EnterForOthers));
        return await db.Set<Deputy>().AsNoTracking().Meeting(today, DateOnly.MaxValue)
            .Where(row => all || row.PersonId == me || row.DeputyId == me)
            .OrderBy(row => row.From).ThenBy(row => row.Sequence).Take(Most)
            .Join(db.Users, row => row.PersonId, person => person.Id, (row, person) => new { row, Person = person.FullName })
            .Join(db.Users, found => found.row.DeputyId, deputy => deputy.Id, (found, deputy) => new { found.row, found.Person, Deputy = deputy.FullName })
            .OrderBy(found => found.row.From).ThenBy(found => found.row.Sequence)
            .Select(found => new DeputyLine(
                found.row.Id, found.row.PersonId, found.Person, found.row.DeputyId, found.Deputy, found.row.From, found.row.Until, found.row.From <= today, all || found.row.PersonId == me))
            .ToListAsync(cancellationToken);
    }
}
