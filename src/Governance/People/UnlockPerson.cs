using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>A locked person may sign in again, whether locked by an administrator or after wrong passwords.</summary>
public sealed record UnlockPerson(string UserName) : ICommand<Done>, IRule<UnlockPerson>
{
    /// <inheritdoc />
    public static Who<UnlockPerson> Who => People.Who.Holds<UnlockPerson>(Role.Administrator);
}

internal sealed class UnlockPersonHandler(GovernanceDb db, ILookupNormalizer names, AuditTrail audit) : IRequestHandler<UnlockPerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(UnlockPerson request, CancellationToken cancellationToken)
    {
        var normal = names.NormalizeName(request.UserName);
        var person = await db.Users.SingleOrDefaultAsync(one => one.NormalizedUserName == normal, cancellationToken);
        if (person is null)
            return Error.Of("person.not-found", ("userName", request.UserName));
        if (person.LockoutEnd is null)
            return default(Done);
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        await audit.RecordAsync(person.Id, "person.unlocked", new { }, cancellationToken);
        return default(Done);
    }
}
