using Governance.Web.Ui.Charts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Process;

/// <summary>Draws one box of the diagram.</summary>
public static class ProcessBox
{
    private const int Letters = 15;

    /// <summary>The box with its words and the mark of its state.</summary>
    public static TagBuilder Of(ProcessNode node)
    {
        int x = ProcessRoutes.Left(node.Column), y = ProcessRoutes.Top(node.Row);
        var css = node.State switch
        {
            StationState.Done => "done", StationState.Current => "now", StationState.Ahead => "ahead", _ => "maybe"
        };
        var box = Markup.El("g", css);
        // A title shows the whole label where it had to be cut.
        if (node.Label.Length > Letters) box.Add(Markup.El("title", null, node.Label));
        if (node.State == StationState.Current)
            box.Add(Svg.Rect(Svg.Px(x - 4), Svg.Px(y - 4), "136", "64", "halo").With("rx", "9"));
        box.Add(Svg.Rect(Svg.Px(x), Svg.Px(y), "128", "56").With("rx", "5"));
        box.Add(Svg.Text(Svg.Px(x + 11), Svg.Px(node.Sublabel is null ? y + 33 : y + 24), Cut(node.Label, Letters)));
        if (node.Sublabel is not null) box.Add(Svg.Text(Svg.Px(x + 11), Svg.Px(y + 43), Cut(node.Sublabel, Letters), "sub"));
        return node.State == StationState.Done ? box.Add(Svg.Path($"M{x + 107} {y + 39}l4 4 7-8", "tick")) : box;
    }

    private static string Cut(string words, int letters) =>
        words.Length <= letters ? words : string.Concat(words.AsSpan(0, letters - 1).TrimEnd(), "…");
}
