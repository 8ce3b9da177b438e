using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A place where an instance waits: one waiting activity has one bookmark.</summary>
/// <param name="Id">Unique over all instances: the instance's id, a colon, a number.</param>
/// <param name="Kind">The type of the activity that waits.</param>
/// <param name="Payload">What was given at the wait: the event's name, the task, the host's payload.</param>
/// <param name="Due">The instant at which it elapses by itself; null for most.</param>
public sealed record Bookmark(string Id, string Kind, string ActivityId, JsonNode? Payload, DateTimeOffset CreatedAt, DateTimeOffset? Due)
{
    internal int FrameId { get; init; }

    /// <summary>What it waits for, as a key: all bookmarks that wait for the same have the same (SHA-256, 64 hexadecimal digits). Null when only its id
    /// names it.</summary>
    public string? StimulusHash => Kind switch
    {
        "Elsa.Event" => HashOf(Kind, Values.Text(Payload?["eventName"]) ?? ""),
        "Elsa.RunTask" => HashOf(Kind, Values.Text(Payload?["taskName"]) ?? ""),
        _ => null,
    };

    /// <summary>The <see cref="StimulusHash"/> of whatever waits for an event.</summary>
    public static string HashOfEvent(string name) => HashOf("Elsa.Event", name);

    private static string HashOf(string kind, string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}")));
}
