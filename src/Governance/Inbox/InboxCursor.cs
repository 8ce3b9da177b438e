using System.Globalization;

namespace Governance.Inbox;

/// <summary>Where a page of tasks ended: due date and sequence, opaque to callers. Null for one that was not written here.</summary>
internal static class InboxCursor
{
    public static string Write(DateTime due, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{due.Ticks:x}-{sequence:x}");

    public static (DateTime Due, long Sequence)? Read(string? cursor)
    {
        var parts = cursor?.Split('-') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sequence)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
                ? (new DateTime(ticks, DateTimeKind.Utc), sequence)
                : null;
    }
}
