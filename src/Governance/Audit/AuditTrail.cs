using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit;

/// <summary>Appends to the audit chain of a subject, inside the transaction of the command that acts.</summary>
public sealed class AuditTrail(GovernanceDb db, CommandScope scope, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly CompiledQuery<Guid, Head?> LastOf = new((db, subject, _) => db.Set<AuditEntry>().Where(entry => entry.SubjectId == subject)
        .OrderByDescending(entry => entry.Number).Select(entry => new Head(entry.Number, entry.Hash)).FirstOrDefault());

    private readonly Dictionary<Guid, Head> _heads = [];

    /// <summary>Adds an entry. The caller holds the subject's lock (its instance), else two nodes could number alike; the unique
    /// key then refuses the second.</summary>
    public async Task RecordAsync(Guid subject, string action, object facts, CancellationToken ct)
    {
        if (!_heads.TryGetValue(subject, out var head))
            head = await LastOf.AskAsync(db, subject, ct) ?? new Head(0, "");
        var at = Microseconds(clock.GetUtcNow().UtcDateTime);
        var json = JsonSerializer.Serialize(facts, Json);
        var entry = new AuditEntry
        {
            SubjectId = subject,
            Number = head.Number + 1,
            At = at,
            ActorId = scope.Actor.PersonId,
            ActorName = scope.Actor.Name,
            Action = action,
            Facts = json,
            Hash = AuditEntry.HashOf(head.Hash, subject, head.Number + 1, at, scope.Actor.PersonId, scope.Actor.Name, action, json),
        };
        db.Add(entry);
        _heads[subject] = new(entry.Number, entry.Hash);
    }

    /// <summary>Takes where a chain ends from whoever read it with other rows, once the subject was locked.</summary>
    /// <param name="subject">Whose chain.</param>
    /// <param name="number">Of its last entry, or null when it has none.</param>
    /// <param name="hash">Of its last entry.</param>
    internal void Ends(Guid subject, int? number, string? hash) => _heads[subject] = new(number ?? 0, hash ?? "");

    private static DateTime Microseconds(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private sealed record Head(int Number, string Hash);
}
