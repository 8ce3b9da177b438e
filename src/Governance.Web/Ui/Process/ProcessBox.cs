using Governance.Web.Ui.Charts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Process;

/// <summary>Draws one box of the diagram.</summary>
public static class ProcessBox
{
    private const int Room = 108;
    private const int RoomBesideTick = 92;

    // How wide a letter of the label and of the line below it is about, in pixels, and how far it may be squeezed.
    private const double Label = 7;
    private const double Sublabel = 6.3;
    private const double Squeezed = 0.75;

    /// <summary>The box with its words and the mark of its state.</summary>
    public static TagBuilder Of(ProcessNode node)
    {
        int x = ProcessRoutes.Left(node.Column), y = ProcessRoutes.Top(node.Row);
        var css = node.State switch
        {
            StationState.Done => "done", StationState.Current => "now", StationState.Ahead => "ahead", _ => "maybe"
        };
        var box = Markup.El("g", css);
        // A title shows the whole label where it may be cut.
        if (node.Label.Length * Label > Room) box.Add(Markup.El("title", null, node.Label));
        if (node.State == StationState.Current)
            box.Add(Svg.Rect(Svg.Px(x - 4), Svg.Px(y - 4), "136", "64", "halo").With("rx", "9"));
        box.Add(Svg.Rect(Svg.Px(x), Svg.Px(y), "128", "56").With("rx", "5"));
        box.Add(Words(x, node.Sublabel is null ? y + 33 : y + 24, node.Label, Room, Label));
        if (node.Sublabel is not null) box.Add(Words(x, y + 43, node.Sublabel, node.State == StationState.Done ? RoomBesideTick : Room, Sublabel, "sub"));
        return node.State == StationState.Done ? box.Add(Svg.Path($"M{x + 107} {y + 39}l4 4 7-8", "tick")) : box;
    }

    // German words are long: what does not fit is squeezed a little, and cut only beyond that.
    private static TagBuilder Words(int x, int y, string words, int room, double letter, string? css = null)
    {
        var most = (int)(room / (letter * Squeezed));
        var shown = words.Length <= most ? words : string.Concat(words.AsSpan(0, most - 1).TrimEnd(), "…");
        var text = Svg.Text(Svg.Px(x + 11), Svg.Px(y), shown, css);
        return shown.Length * letter <= room ? text : text.With("textLength", Svg.Px(room)).With("lengthAdjust", "spacingAndGlyphs");
    }
}
