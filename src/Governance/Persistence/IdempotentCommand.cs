using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Governance.Persistence;

/// <summary>A command sent with a caller's key: done once, and the same answer to every repetition. The key's row is written first,
/// so that a repetition at the same instant waits for it instead of meeting what the first one already changed.</summary>
internal sealed class IdempotentCommand(Guid actor, string key, string hash)
{
    private IdempotencyKey? _row;

    /// <summary>True when another request took the key between our look and our write: look again.</summary>
    public bool LostRace { get; private set; }

    /// <summary>The command with its key, or null when there is no key or nobody whose key it could be.</summary>
    public static IdempotentCommand? Of<TRequest>(CommandScope scope, TRequest request)
        where TRequest : notnull =>
        scope.IdempotencyKey is { } key && scope.Actor.IsPerson ? new(scope.Actor.PersonId, key, HashOf(request)) : null;

    /// <summary>The answer that the key has already got, or null after taking it for this command.</summary>
    public async Task<Stored<TResponse>?> EarlierAnswerAsync<TResponse>(GovernanceDb db, DateTime now, CancellationToken ct)
        where TResponse : IResult<TResponse>
    {
        LostRace = false;
        var earlier = await db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(row => row.ActorId == actor && row.Key == key, ct);
        if (earlier is not null)
            return earlier.RequestHash == hash ? StoredAnswer.Read<TResponse>(earlier.Response) : new(TResponse.Refused(Error.Of("idempotency.mismatch", ("key", key))));

        _row = new() { ActorId = actor, Key = key, RequestHash = hash, Response = "", CreatedAt = now };
        db.Add(_row);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            LostRace = true;
            throw;
        }

        return null;
    }

    /// <summary>Keeps the answer, in the command's own transaction.</summary>
    public void Keep<TResponse>(TResponse response) => _row!.Response = StoredAnswer.Write(response);

    private static string HashOf<TRequest>(TRequest request)
        where TRequest : notnull =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typeof(TRequest).FullName + "\n" + JsonSerializer.Serialize(request))));
}
