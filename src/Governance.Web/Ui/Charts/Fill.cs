using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Charts;

/// <summary>How a part of a chart is filled: to be told apart without colour.</summary>
public enum Fill
{
    /// <summary>Full colour: paid, yes.</summary>
    Solid,

    /// <summary>Half colour: committed, no.</summary>
    Light,

    /// <summary>Hatched: reserved, abstained.</summary>
    Hatched,

    /// <summary>Dotted: blocked.</summary>
    Dotted,

    /// <summary>Outlined: free, open.</summary>
    Empty,

    /// <summary>Red and dashed: what is missing.</summary>
    Lacking
}

/// <summary>Fills of shapes.</summary>
public static class Fills
{
    /// <summary>Fills a shape.</summary>
    public static TagBuilder Filled(this TagBuilder shape, Fill fill) => fill switch
    {
        Fill.Hatched => shape.With("fill", "url(#hatch)"),
        Fill.Dotted => shape.With("fill", "url(#dots)"),
        Fill.Solid => shape.With("class", "seg-a"),
        Fill.Light => shape.With("class", "seg-b"),
        Fill.Empty => shape.With("class", "seg-0"),
        _ => shape.With("class", "lack")
    };

    /// <summary>The sample of a fill in a legend.</summary>
    public static TagBuilder Key(Fill fill) =>
        Markup.El("svg", "key", Svg.Rect("1", "2", "18", "12").Filled(fill)).With("viewBox", "0 0 20 16").With("aria-hidden", "true");
}
