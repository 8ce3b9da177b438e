using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Nobody signs in under the name until it is unlocked; open sessions and tokens end at once.</summary>
public sealed record LockPerson(string UserName) : ICommand<Done>, IRule<LockPerson>
{
    // Not DateTimeOffset.MaxValue: databases round it up and out of their range.
    internal static readonly DateTimeOffset ForEver = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc />
    public static Who<LockPerson> Who => People.Who.Holds<LockPerson>(Role.Administrator);
}

internal sealed class LockPersonHandler(GovernanceDb db, CommandScope scope, ILookupNormalizer names, AuditTrail audit) : IRequestHandler<LockPerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(LockPerson request, CancellationToken cancellationToken)
    {
        var normal = names.NormalizeName(request.UserName);
        var person = await db.Users.SingleOrDefaultAsync(one => one.NormalizedUserName == normal, cancellationToken);
        if (person is null)
            return Error.Of("person.not-found", ("userName", request.UserName));

        // So that an administrator always remains.
        if (person.Id == scope.Actor.PersonId)
            return Error.Of("person.lock-self");
        if (person.LockoutEnd == LockPerson.ForEver)
            return default(Done);
        person.LockoutEnd = LockPerson.ForEver;
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        await audit.RecordAsync(person.Id, "person.locked", new { }, cancellationToken);
        return default(Done);
    }
}
