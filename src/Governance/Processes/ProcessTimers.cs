using System.Globalization;
using System.Text.Json.Nodes;

namespace Governance.Processes;

/// <summary>The payload of a host activity's bookmark that goes on by itself: when, and with which outcome.</summary>
public static class ProcessTimers
{
    /// <summary>Name of the instant (UTC, ISO 8601).</summary>
    public const string FiresAt = "firesAt";

    /// <summary>Name of the outcome that it then has.</summary>
    public const string Outcome = "outcome";

    internal static DateTime? FiresAtOf(Workflows.Bookmark bookmark) => bookmark.Due?.UtcDateTime ?? FiresAtOf(bookmark.Payload);

    internal static DateTime? FiresAtOf(JsonNode? waiting) =>
        waiting is JsonObject payload && payload[FiresAt] is JsonValue at && at.TryGetValue<string>(out var text)
            ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : null;
}
