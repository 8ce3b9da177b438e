using System.Text.Json;
using Governance.Inbox;

namespace Governance.Web.Api;

/// <summary>The fields of a task as programs send them.</summary>
internal static class TaskDataBody
{
    /// <summary>As the use case takes them.</summary>
    public static Dictionary<string, string?>? Read(IReadOnlyDictionary<string, JsonElement>? data) => data?.ToDictionary(
        one => one.Key,
        one => one.Value.ValueKind switch { JsonValueKind.String => one.Value.GetString(), JsonValueKind.True => "true", JsonValueKind.False => "false", _ => null },
        StringComparer.Ordinal);

    /// <summary>Refuses numbers, lists and objects by name: amounts are texts, so that no cent gets lost.</summary>
    public static IResult? Refusal(IReadOnlyDictionary<string, JsonElement>? data)
    {
        var wrong = (data ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal)).Where(one => one.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Array or JsonValueKind.Object)
            .ToDictionary(one => TaskData.Key(one.Key), _ => new[] { Error.Of("task.field-not-text") }, StringComparer.Ordinal);
        return wrong.Count == 0 ? null : new Refusal(Error.Of("input.invalid") with { Fields = wrong });
    }
}
