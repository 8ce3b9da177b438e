using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Demo;

/// <summary>The sign-in names of the demo city. Registered in demo mode only: nowhere else is a shared password shown or an alias read.</summary>
public sealed class DemoSignInNames(GovernanceDb db) : IDemoSignIns
{
    /// <inheritdoc />
    public async Task<DemoSignIns?> ListAsync(CancellationToken ct)
    {
        var names = await db.Set<SignInAlias>().AsNoTracking().Where(alias => alias.IsListed).OrderBy(alias => alias.Sequence)
            .Select(alias => new DemoSignIn(alias.Name, alias.Function)).ToListAsync(ct);
        return names.Count == 0 ? null : new DemoSignIns(DemoPeople.Password, names);
    }

    /// <inheritdoc />
    public async Task<string> UserNameOfAsync(string name, CancellationToken ct)
    {
        var lower = name.ToLowerInvariant();
        return await db.Set<SignInAlias>().Where(alias => alias.Name == lower)
            .Join(db.Users, alias => alias.PersonId, person => person.Id, (alias, person) => person.UserName).SingleOrDefaultAsync(ct) ?? name;
    }
}
