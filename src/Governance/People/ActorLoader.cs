using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>From a session or a token to the <see cref="Actor"/> of today. Asked with every request, so that a lock, a new password or an
/// ended appointment counts at once.</summary>
public sealed class ActorLoader(GovernanceDb db, TimeProvider clock)
{
    // By session or by token, in one question. Whoever acts for others: Deputies.ActingOn, which a compiled query cannot call.
    private static readonly CompiledQuery<Guid?, string?, DateTime, DateOnly, Found?> HolderOf = new((db, id, hash, now, today, _) => db.Set<Person>().AsNoTracking().AsSingleQuery()
        .Where(person => person.Id == (id ?? db.Set<AccessToken>()
            .Where(token => token.Hash == hash && token.ExpiresAt > now).Select(token => (Guid?)token.PersonId).FirstOrDefault()))
        .Select(person => new Found(
            person.Id,
            person.FullName,
            person.SecurityStamp,
            person.LockoutEnd,
            db.Set<Appointment>().Where(row => row.PersonId == person.Id && row.From <= today && (row.Until == null || row.Until >= today)).Select(row => row.Role).ToList(),
            db.Set<Deputy>().Where(row => row.DeputyId == person.Id && row.EndedAt == null && row.From <= today && row.Until >= today).Select(row => row.PersonId).ToList()))
        .SingleOrDefault());

    /// <summary>The actor of a session, or null when the session has ended: locked, or the password changed since.</summary>
    /// <param name="personId">Whose session.</param>
    /// <param name="stamp">The security stamp when it began.</param>
    public async Task<Actor?> OfSessionAsync(Guid personId, string stamp, CancellationToken ct) =>
        await FindAsync(personId, tokenHash: null, ct) is { } found && string.Equals(found.SecurityStamp, stamp, StringComparison.Ordinal) ? ActorOf(found) : null;

    /// <summary>The actor of a bearer token, or null when it is unknown, has ended or its holder is locked.</summary>
    public async Task<Actor?> OfTokenAsync(string token, CancellationToken ct) =>
        await FindAsync(personId: null, Secrets.Hash(token), ct) is { } found ? ActorOf(found) : null;

    private Task<Found?> FindAsync(Guid? personId, string? tokenHash, CancellationToken ct) =>
        HolderOf.AskAsync(db, personId, tokenHash, clock.GetUtcNow().UtcDateTime, Today.InBerlin(clock), ct);

    private Actor? ActorOf(Found found) => found.LockoutEnd > clock.GetUtcNow() ? null : new Actor(found.Id, found.FullName, found.Roles.ToHashSet(), [.. found.DeputyFor.Distinct()], Today.InBerlin(clock));

    private sealed record Found(Guid Id, string FullName, string? SecurityStamp, DateTimeOffset? LockoutEnd, List<Role> Roles, List<Guid> DeputyFor);
}
