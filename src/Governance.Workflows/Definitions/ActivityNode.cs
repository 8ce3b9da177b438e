using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>One activity of a definition. Immutable once the definition is loaded.</summary>
public sealed class ActivityNode
{
    internal ActivityNode(int index, string id, string type, ActivityNode? parent, string port)
    {
        Index = index;
        Id = id;
        Type = type;
        Parent = parent;
        Port = port;
    }

    /// <summary>Position in <see cref="WorkflowDefinition.Nodes"/>; parents come before their children.</summary>
    public int Index { get; }

    /// <summary>The activity's id. An activity of a workflow used as an activity is prefixed with that one's id and a colon.</summary>
    public string Id { get; }

    public string? Name { get; internal set; }

    /// <summary>The text of the box in the designer.</summary>
    public string DisplayText => DisplayName ?? Name ?? Id;

    public string? DisplayName { get; internal set; }

    /// <summary>For example Elsa.Flowchart or Governance.HoldBallot.</summary>
    public string Type { get; }

    public ActivityNode? Parent { get; }

    /// <summary>The parent's property that holds this activity (activities, then, body, case:Label, …).</summary>
    public string Port { get; }

    public IReadOnlyList<ActivityNode> Children => ChildList;

    public IReadOnlyList<Connection> Connections { get; internal set; } = [];

    public IReadOnlyList<VariableDefinition> Variables { get; internal set; } = [];

    /// <summary>The evaluated properties by their name, as written in the file (camelCase); lookup ignores case.</summary>
    public IReadOnlyDictionary<string, Expression> Inputs => InputMap;

    /// <summary>Output name → id of the variable it is written to.</summary>
    public IReadOnlyDictionary<string, string> Outputs => OutputMap;

    /// <summary>The cases of Switch and FlowSwitch in order.</summary>
    public IReadOnlyList<SwitchCase> Cases { get; internal set; } = [];

    /// <summary>Position and size in the designer (null when the file has none), for drawing.</summary>
    public NodeLayout? Layout { get; internal set; }

    public JsonObject? Metadata { get; internal set; }

    public JsonObject? CustomProperties { get; internal set; }

    public bool CanStartWorkflow { get; internal set; }

    /// <summary>What the catalog knows of this type; null for an unknown type, which faults when it is reached.</summary>
    public ActivityDescriptor? Descriptor { get; internal set; }

    /// <summary>Of a Flowchart: connections that lead back and are no loop, because some way from the start to their source does not go through
    /// their target. A token that takes one faults, as in Elsa.</summary>
    public IEnumerable<Connection> WrongLoops => Graph is null ? [] : Connections.Where((_, i) => !Graph.IsForward(i) && Graph.IsReached(i) && !Graph.IsValidBackward(i));

    /// <summary>By which outcomes it can be left: those of its type, those that the definition names, else those by which connections leave it; Done where
    /// nothing says more.</summary>
    public IReadOnlyList<string> PossibleOutcomes => (Descriptor is null ? null : Outcomes.Of(this, out _))
        ?? (Parent is { } chart && Outcomes.Used(chart, this) is { Count: > 0 } used ? [.. used.Order(StringComparer.Ordinal)] : ["Done"]);

    /// <summary>Other properties of the activity, as written (joinMode, variable, …).</summary>
    public JsonNode? Property(string name) => RawMap.GetValueOrDefault(name);

    /// <summary>The only child in this port, or null.</summary>
    public ActivityNode? ChildAt(string port) => ChildList.Find(child => child.Port == port);

    internal List<ActivityNode> ChildList { get; } = [];
    internal Dictionary<string, Expression> InputMap { get; } = new(StringComparer.OrdinalIgnoreCase);
    internal Dictionary<string, string> OutputMap { get; } = new(StringComparer.OrdinalIgnoreCase);
    internal Dictionary<string, JsonNode?> RawMap { get; } = new(StringComparer.OrdinalIgnoreCase);
    internal FlowGraph? Graph { get; set; }

    /// <summary>For the node of a workflow itself: its definition.</summary>
    internal WorkflowDefinition? Composite { get; set; }
}

/// <summary>A case of Switch or FlowSwitch.</summary>
public sealed record SwitchCase(string Label, Expression Condition, ActivityNode? Activity);

/// <summary>Where the designer drew an activity, in its pixels.</summary>
public sealed record NodeLayout(double X, double Y, double? Width, double? Height);
