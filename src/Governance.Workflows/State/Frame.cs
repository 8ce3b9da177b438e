using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>An activity that has begun and not ended: Elsa's activity execution context, reduced to what is still needed.</summary>
internal sealed class Frame
{
    private OrderedDictionary<string, FrameVariable>? variables;
    private OrderedDictionary<string, JsonNode?>? properties;

    public required int Id { get; init; }
    public required ActivityNode Node
    {
        get;
        init
        {
            field = value;
            if (value.Graph is not null) At = ([], []);
        }
    }

    /// <summary>The frame that scheduled this one. It may have ended (a broken loop): then this frame reports to nobody.</summary>
    public Frame? Parent { get; init; }

    public FrameStatus Status { get; set; } = FrameStatus.Running;

    /// <summary>Outcomes of a completion that its parent failed to handle; a retry reports them again.</summary>
    public IReadOnlyList<string>? Unreported { get; set; }

    /// <summary>Variables of this scope by id. Values are never changed in place.</summary>
    public OrderedDictionary<string, FrameVariable> Variables => variables ??= new(StringComparer.Ordinal);

    public bool HasVariables => variables is { Count: > 0 };

    /// <summary>What the activity remembers: an index, the items of a loop, that it is breaking.</summary>
    public OrderedDictionary<string, JsonNode?> Properties => properties ??= new(StringComparer.Ordinal);

    /// <summary>What it has begun and what has not ended, in the order it began.</summary>
    public List<Frame> Children => field ??= [];

    /// <summary>How many activities are scheduled by this frame and by those under it.</summary>
    public int Scheduled { get; set; }

    /// <summary>Of a Flowchart: how often each of its activities is under way, and how often each is scheduled. Joins ask for them.</summary>
    public (Dictionary<ActivityNode, int> Begun, Dictionary<ActivityNode, int> Next)? At { get; private set; }

    /// <summary>Whether a bookmark or an open incident may refer to it.</summary>
    public bool IsReferred { get; set; }

    /// <summary>A Flowchart's tokens at joins.</summary>
    public FlowTokens? Tokens { get; set; }

    public bool IsLive => Status is FrameStatus.Running or FrameStatus.Faulted;

    public int Int(string property) => Properties.GetValueOrDefault(property)?.GetValue<int>() ?? 0;

    public void Set(string property, int value) => Properties[property] = JsonValue.Create(value);

    /// <summary>Of a Flowchart that the instance began in: the trigger by which.</summary>
    public const string BegunBy = "begunBy";

    /// <summary>Of a Flowchart: its graph, as it leads from where it began.</summary>
    public FlowGraph? Graph => properties is null ? Node.Graph : GraphOf(Node, properties);

    /// <summary>Of a Flowchart with these properties; a trigger that another version has no more is as if there had been none.</summary>
    public static FlowGraph? GraphOf(ActivityNode chart, IEnumerable<KeyValuePair<string, JsonNode?>> properties) =>
        properties.FirstOrDefault(property => property.Key == BegunBy).Value is { } id && chart.ChildList.Find(child => child.Id == Values.Text(id)) is { } trigger ? chart.Graph?.From(trigger) : chart.Graph;

    public bool IsBreaking => properties?.ContainsKey("breaking") == true;

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
