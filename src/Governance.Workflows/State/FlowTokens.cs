namespace Governance.Workflows;

/// <summary>Tokens that wait at the joins of one Flowchart, late ones that a WaitAny join will ignore, and ways that were not taken. Keys are
/// positions in <see cref="ActivityNode.Connections"/>.</summary>
internal sealed class FlowTokens
{
    public SortedDictionary<int, int> Waiting { get; } = [];

    public SortedSet<int> Ignored { get; } = [];

    /// <summary>Connections into joins that were decided against in this turn of a loop: no token comes by them, and that is known.</summary>
    public SortedSet<int> Dead { get; } = [];

    /// <summary>The state was stored before such ways were kept: of none is it known that its branch was cut off.</summary>
    public bool FromSchema1 { get; init; }

    public bool IsEmpty => !FromSchema1 && Waiting.Count == 0 && Ignored.Count == 0 && Dead.Count == 0;

    public FlowTokens Clone()
    {
        var clone = new FlowTokens { FromSchema1 = FromSchema1 };
        foreach (var (connection, count) in Waiting) clone.Waiting.Add(connection, count);
        clone.Ignored.UnionWith(Ignored);
        clone.Dead.UnionWith(Dead);
        return clone;
    }
}
