using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Charts;

/// <summary>Shapes of SVG. Charts come from the server, so they need no script and no inline style.</summary>
public static class Svg
{
    /// <summary>A number of pixels.</summary>
    public static string Px(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage of the width; bars use it instead of a viewBox, so that type never shrinks.</summary>
    public static string Percent(decimal part, decimal whole) =>
        (whole == 0 ? 0 : part * 100 / whole).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    /// <summary>A rectangle with coordinates that may be percentages.</summary>
    public static TagBuilder Rect(string x, string y, string width, string height, string? cssClass = null) =>
        Markup.Empty("rect", cssClass).With("x", x).With("y", y).With("width", width).With("height", height);

    /// <summary>A path.</summary>
    public static TagBuilder Path(string d, string? cssClass = null) => Markup.Empty("path", cssClass).With("d", d);

    /// <summary>A line of text.</summary>
    public static TagBuilder Text(string x, string y, string words, string? cssClass = null) =>
        Markup.El("text", cssClass, words).With("x", x).With("y", y);

    /// <summary>An upright line, as a mark.</summary>
    public static TagBuilder Mark(string x, string from, string to, string? cssClass = null) =>
        Markup.Empty("line", cssClass).With("x1", x).With("x2", x).With("y1", from).With("y2", to);
}
