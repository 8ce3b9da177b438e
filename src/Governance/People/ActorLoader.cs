using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>From a session or a token to the <see cref="Actor"/> of today, in one query. Asked with every request, so that a lock, a
/// new password or an ended appointment counts at once.</summary>
public sealed class ActorLoader(GovernanceDb db, TimeProvider clock)
{
    /// <summary>The actor of a session, or null when the session has ended: locked, or the password changed since.</summary>
    /// <param name="personId">Whose session.</param>
    /// <param name="stamp">The security stamp when it began.</param>
    public Task<Actor?> OfSessionAsync(Guid personId, string stamp, CancellationToken ct) =>
        LoadAsync(db.Users.Where(person => person.Id == personId && person.SecurityStamp == stamp), ct);

    /// <summary>The actor of a bearer token, or null when it is unknown, has ended or its holder is locked.</summary>
    public Task<Actor?> OfTokenAsync(string token, CancellationToken ct)
    {
        var hash = Secrets.Hash(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return LoadAsync(
            from row in db.Set<AccessToken>()
            join person in db.Users on row.PersonId equals person.Id
            where row.Hash == hash && row.ExpiresAt > now
            select person,
            ct);
    }

    private async Task<Actor?> LoadAsync(IQueryable<Person> persons, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = Today.InBerlin(clock);
        var found = await persons.AsNoTracking().AsSingleQuery().Select(person => new
        {
            person.Id,
            person.FullName,
            person.LockoutEnd,
            Roles = db.Set<Appointment>()
                .Where(row => row.PersonId == person.Id && row.From <= today && (row.Until == null || row.Until >= today))
                .Select(row => row.Role).ToList(),
            DeputyFor = db.Set<Deputy>().ActingOn(today)
                .Where(row => row.DeputyId == person.Id)
                .Select(row => row.PersonId).ToList(),
        }).SingleOrDefaultAsync(ct);
        return found is null || found.LockoutEnd > now
            ? null
            : new Actor(found.Id, found.FullName, found.Roles.ToHashSet(), [.. found.DeputyFor.Distinct()]);
    }
}
