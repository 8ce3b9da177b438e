using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Ends a deputising at once, or takes back one that has not begun; by the person, the Stabsstelle or an administrator. Both
/// are told by mail.</summary>
public sealed record EndDeputy(Guid Id) : ICommand<Done>, IRule<EndDeputy>
{
    /// <summary>What is nobody's is not somebody else's: the handler says that there is nothing.</summary>
    public static Who<EndDeputy> Who => People.Who.When<EndDeputy>("the person, or office or administrator", async (request, actor, db, ct) =>
        actor.Is(Colleagues.EnterForOthers)
        || (actor.Is(Colleagues.Roles) && !await db.Set<Deputy>().AnyAsync(row => row.Id == request.Id && row.PersonId != actor.PersonId, ct)));
}

internal sealed class EndDeputyHandler(GovernanceDb db, CommandScope scope, AuditTrail audit, TimeProvider clock) : IRequestHandler<EndDeputy, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndDeputy request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Deputy>(request.Id, cancellationToken) is not { } row)
            return Error.Of("deputy.not-found");
        if (row.EndedAt is not null || row.Until < Today.InBerlin(clock))
            return Error.Of("deputy.already-ended");

        row.EndedAt = clock.GetUtcNow().UtcDateTime;
        await audit.RecordAsync(row.PersonId, "person.deputy-ended", new { id = row.Id, deputy = row.DeputyId }, cancellationToken);
        var people = await db.Users.AsNoTracking().Where(person => person.Id == row.PersonId || person.Id == row.DeputyId).ToDictionaryAsync(person => person.Id, cancellationToken);
        db.AddRange(DeputyMails.Of(row, "ended", people[row.PersonId], people[row.DeputyId], scope.Actor, clock));
        return default(Done);
    }
}
