namespace Governance.Workflows;

/// <summary>Tokens that wait at the joins of one Flowchart, and late ones that a WaitAny join will ignore. Keys are
/// positions in <see cref="ActivityNode.Connections"/>.</summary>
internal sealed class FlowTokens
{
    public SortedDictionary<int, int> Waiting { get; } = [];

    public SortedSet<int> Ignored { get; } = [];

    public bool IsEmpty => Waiting.Count == 0 && Ignored.Count == 0;

    public FlowTokens Clone()
    {
        var clone = new FlowTokens();
        foreach (var (connection, count) in Waiting) clone.Waiting.Add(connection, count);
        clone.Ignored.UnionWith(Ignored);
        return clone;
    }
}
