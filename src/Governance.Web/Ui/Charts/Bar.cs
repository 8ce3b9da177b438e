using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Charts;

/// <summary>A part of a bar.</summary>
/// <param name="Name">What it is: "ausgezahlt".</param>
/// <param name="Amount">Its size; zero shows nothing.</param>
/// <param name="Fill">How it is filled.</param>
/// <param name="Words">Its size in words: "152 T€".</param>
public sealed record BarSegment(string Name, long Amount, Fill Fill, string Words);

/// <summary>A bar of parts. On a phone the words stand below it. The full table always stands beneath the chart.</summary>
[HtmlTargetElement("ui-bar")]
public sealed class Bar : Component
{
    private const decimal RoomForWords = 7;

    /// <summary>What the bar shows, for screen readers: "Mobilität, Stadt".</summary>
    public string Label { get; set; } = "";

    /// <summary>The parts from left to right.</summary>
    public IReadOnlyList<BarSegment> Segments { get; set; } = [];

    /// <summary>The amount of the full width, so that bars can be compared; left out, the parts fill it.</summary>
    public long? Whole { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var whole = Whole ?? Segments.Sum(segment => segment.Amount);
        var words = string.Join(", ", Segments.Where(segment => segment.Amount > 0).Select(segment => $"{segment.Name} {segment.Words}"));
        var svg = Markup.El("svg", "bar bar--label").With("role", "img").With("aria-label", $"{Label}: {words}");
        List<TagBuilder> labels = [];
        decimal start = 0;
        foreach (var segment in Segments.Where(segment => segment.Amount > 0))
        {
            svg.Add(Svg.Rect(Svg.Percent(start, whole), "0", Svg.Percent(segment.Amount, whole), "28").Filled(segment.Fill));
            if (Words(segment, start, whole) is { } label) labels.Add(label);
            start += segment.Amount;
        }

        // After all shapes, or the next part would cover a label.
        svg.AddAll(labels);
        return Markup.El("div", "bar-cell", svg, Markup.El("p", "note narrow-only", words).With("aria-hidden", "true"));
    }

    private static TagBuilder? Words(BarSegment segment, decimal start, decimal whole)
    {
        if (segment.Fill == Fill.Lacking)
            return Svg.Text(Svg.Percent(start + segment.Amount + (whole * 0.007m), whole), "19", $"{segment.Words} {segment.Name}", "lack-text");
        if (whole == 0 || segment.Amount * 100 / whole < RoomForWords) return null;
        var css = segment.Fill switch { Fill.Solid => "in-a", Fill.Light => "in-b", Fill.Hatched or Fill.Dotted => "in-h", _ => "in-0" };
        return Svg.Text(Svg.Percent(start + (whole * 0.007m), whole), "19", segment.Words, css);
    }
}
