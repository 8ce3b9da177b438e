namespace Governance.Workflows;

/// <summary>Tokens that wait at the joins of one Flowchart, late ones that a WaitAny join will ignore, and ways that were not taken. Keys are
/// positions in <see cref="ActivityNode.Connections"/>.</summary>
internal sealed class FlowTokens
{
    public SortedDictionary<int, int> Waiting { get; } = [];

    public SortedSet<int> Ignored { get; } = [];

    /// <summary>Connections into joins that were decided against in this turn of a loop: no token comes by them, and that is known.</summary>
    public SortedSet<int> Dead { get; } = [];

    public bool IsEmpty => Waiting.Count == 0 && Ignored.Count == 0 && Dead.Count == 0;

    public FlowTokens Clone()
    {
        var clone = new FlowTokens();
        foreach (var (connection, count) in Waiting) clone.Waiting.Add(connection, count);
        clone.Ignored.UnionWith(Ignored);
        clone.Dead.UnionWith(Dead);
        return clone;
    }
}
