using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>An activity that has begun and not ended: Elsa's activity execution context, reduced to what is still needed.</summary>
internal sealed class Frame
{
    public required int Id { get; init; }
    public required ActivityNode Node { get; init; }

    /// <summary>The frame that scheduled this one. It may have ended (a broken loop): then this frame reports to nobody.</summary>
    public Frame? Parent { get; init; }

    public FrameStatus Status { get; set; } = FrameStatus.Running;

    /// <summary>Outcomes of a completion that its parent failed to handle; a retry reports them again.</summary>
    public IReadOnlyList<string>? Unreported { get; set; }

    /// <summary>Variables of this scope by id. Values are never changed in place.</summary>
    public OrderedDictionary<string, FrameVariable> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>What the activity remembers: an index, the items of a loop, that it is breaking.</summary>
    public OrderedDictionary<string, JsonNode?> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>A Flowchart's tokens at joins.</summary>
    public FlowTokens? Tokens { get; set; }

    public bool IsLive => Status is FrameStatus.Running or FrameStatus.Faulted;

    public int Int(string property) => Properties.GetValueOrDefault(property)?.GetValue<int>() ?? 0;

    public void Set(string property, int value) => Properties[property] = JsonValue.Create(value);

    public bool IsBreaking => Properties.ContainsKey("breaking");

    public void Break() => Properties["breaking"] = JsonValue.Create(true);

    public IEnumerable<Frame> Ancestors()
    {
        for (var frame = Parent; frame is not null; frame = frame.Parent) yield return frame;
    }
}

internal enum FrameStatus { Running, Faulted, Completed, Canceled }

/// <summary>A variable's value. Declared ones have a type, those that a loop or script made are Object.</summary>
internal sealed record FrameVariable(string Name, string TypeName, JsonNode? Value)
{
    /// <summary>The value as an instant (UTC) when the type is one, or null.</summary>
    public DateTime? Instant => Values.Instant(Value, TypeName);
}
