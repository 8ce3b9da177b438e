using System.Globalization;

namespace Governance.Web.Ui.Process;

/// <summary>
/// Ways of arrows between the boxes of a grid: straight where the way is free, through the gap above the row where boxes are in
/// the way, and below everything where the way leads back.
/// </summary>
public sealed class ProcessRoutes
{
    /// <summary>Width of a box.</summary>
    public const int BoxWidth = 128;

    /// <summary>Height of a box.</summary>
    public const int BoxHeight = 56;

    private const int ColumnStep = 152;
    private const int RowStep = 84;
    private const int Bend = 12;

    private readonly HashSet<(int Column, int Row)> taken;
    private readonly int bottom;
    private int backways;

    /// <summary>Prepares the ways between these boxes.</summary>
    public ProcessRoutes(IEnumerable<ProcessNode> nodes)
    {
        taken = [.. nodes.Select(node => (node.Column, node.Row))];
        bottom = taken.Count == 0 ? 0 : Top(taken.Max(place => place.Row)) + BoxHeight;
    }

    /// <summary>Lowest point of boxes and ways.</summary>
    public int Bottom => bottom + (backways == 0 ? 4 : 20 + (10 * backways));

    /// <summary>Left edge of a column.</summary>
    public static int Left(int column) => column * ColumnStep;

    /// <summary>Upper edge of a row.</summary>
    public static int Top(int row) => 8 + (row * RowStep);

    /// <summary>The line and the head of an arrow.</summary>
    public (string Line, string Head) Between(ProcessNode from, ProcessNode to)
    {
        int x1 = Left(from.Column) + BoxWidth, y1 = Top(from.Row) + (BoxHeight / 2);
        int x2 = Left(to.Column), y2 = Top(to.Row) + (BoxHeight / 2);
        if (to.Column <= from.Column) return Back(from, to);
        var head = D($"M{x2} {y2}l-7 -4v8z");
        if (Free(from.Column + 1, to.Column - 1, to.Row))
            return (y1 == y2 ? D($"M{x1} {y1}H{x2 - 5}") : D($"M{x1} {y1}H{x1 + Bend}V{y2}H{x2 - 5}"), head);
        if (Free(from.Column + 1, to.Column - 1, from.Row)) return (D($"M{x1} {y1}H{x2 - Bend}V{y2}H{x2 - 5}"), head);
        var gap = Top(to.Row) - ((RowStep - BoxHeight) / 2);
        return (D($"M{x1} {y1}H{x1 + Bend}V{gap}H{x2 - Bend}V{y2}H{x2 - 5}"), head);
    }

    private (string Line, string Head) Back(ProcessNode from, ProcessNode to)
    {
        backways++;
        var lane = bottom + 14 + (10 * backways);
        int right = Left(from.Column) + BoxWidth, left = Left(to.Column);
        int fromMiddle = Left(from.Column) + (BoxWidth / 2), toMiddle = left + (BoxWidth / 2);
        var start = Lowest(from)
            ? D($"M{fromMiddle} {Top(from.Row) + BoxHeight}V{lane}")
            : D($"M{right} {Top(from.Row) + (BoxHeight / 2)}H{right + Bend}V{lane}");
        var foot = Top(to.Row) + BoxHeight;
        var height = Top(to.Row) + (BoxHeight / 2);
        return Lowest(to) && from != to
            ? (start + D($"H{toMiddle}V{foot + 5}"), D($"M{toMiddle} {foot}l-4 7h8z"))
            : (start + D($"H{left - Bend}V{height}H{left - 5}"), D($"M{left} {height}l-7 -4v8z"));
    }

    private bool Lowest(ProcessNode node) => !taken.Any(place => place.Column == node.Column && place.Row > node.Row);

    private bool Free(int first, int last, int row) =>
        !taken.Any(place => place.Row == row && place.Column >= first && place.Column <= last);

    private static string D(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
