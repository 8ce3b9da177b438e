namespace Governance.Web.Ui.Process;

/// <summary>Where a station of a procedure stands.</summary>
public enum StationState
{
    /// <summary>Behind.</summary>
    Done,

    /// <summary>Here.</summary>
    Current,

    /// <summary>Will come.</summary>
    Ahead,

    /// <summary>May come.</summary>
    Possible
}

/// <summary>A box of the diagram.</summary>
/// <param name="Id">Name for edges.</param>
/// <param name="Label">One or two words.</param>
/// <param name="Sublabel">Outcome or date.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Column">From left, from 0.</param>
/// <param name="Row">From top, from 0.</param>
public sealed record ProcessNode(string Id, string Label, string? Sublabel, StationState State, int Column, int Row);

/// <summary>An arrow of the diagram.</summary>
/// <param name="From">Id of the box it leaves.</param>
/// <param name="To">Id of the box it reaches.</param>
public sealed record ProcessEdge(string From, string To);

/// <summary>A procedure as boxes and arrows.</summary>
/// <param name="Nodes">The boxes.</param>
/// <param name="Edges">The arrows; those to unknown boxes are left out.</param>
public sealed record ProcessPicture(IReadOnlyList<ProcessNode> Nodes, IReadOnlyList<ProcessEdge> Edges)
{
    /// <summary>
    /// Places boxes by the positions of a designer: what stands within a box's width becomes one column, within its height one
    /// row. Two boxes never share a place.
    /// </summary>
    public static ProcessPicture Arrange(
        IEnumerable<(ProcessNode Node, double X, double Y)> placed, IReadOnlyList<ProcessEdge> edges)
    {
        var boxes = placed.ToArray();
        var columns = Ranks(boxes.Select(box => box.X), 100);
        var rows = Ranks(boxes.Select(box => box.Y), 50);
        var taken = new HashSet<(int Column, int Row)>();
        var nodes = new List<ProcessNode>();
        foreach (var (node, x, y) in boxes)
        {
            var place = (Column: columns(x), Row: rows(y));
            while (!taken.Add(place)) place.Row++;
            nodes.Add(node with { Column = place.Column, Row = place.Row });
        }

        return new ProcessPicture(nodes, edges);
    }

    private static Func<double, int> Ranks(IEnumerable<double> values, double width)
    {
        var starts = new List<double>();
        foreach (var value in values.Order())
            if (starts.Count == 0 || value - starts[^1] >= width) starts.Add(value);
        return value => starts.FindLastIndex(start => start <= value);
    }
}
