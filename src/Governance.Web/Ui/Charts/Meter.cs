using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Charts;

/// <summary>A figure against its target: share of answers in time, open cases of a team. Workload is shown per team, never per person.</summary>
[HtmlTargetElement("ui-meter")]
public sealed class Meter : Component
{
    /// <summary>What is measured.</summary>
    public string Label { get; set; } = "";

    /// <summary>The figure.</summary>
    public decimal Value { get; set; }

    /// <summary>The figure of the full width.</summary>
    public decimal Max { get; set; } = 100;

    /// <summary>The target, as a mark.</summary>
    public decimal? Target { get; set; }

    /// <summary>The figure in words: "84 %", "7 von 6".</summary>
    public string Words { get; set; } = "";

    /// <summary>What it means, below.</summary>
    public string? Note { get; set; }

    /// <summary>Missed; red, and the note says so.</summary>
    public bool Bad { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var svg = Markup.El("svg", "bar bar--slim",
                Svg.Rect("0", "0", "100%", "10", "track"),
                Svg.Rect("0", "0", Svg.Percent(Math.Clamp(Value, 0, Max), Max), "10", Bad ? "over" : "ok"),
                Target is { } target ? Svg.Mark(Svg.Percent(target, Max), "-3", "13") : null)
            .With("role", "img").With("aria-label", $"{Label}: {Words}");
        return Markup.El("div", "meter",
            Markup.El("div", "meter__head", Markup.El("b", null, Label), Markup.El("span", "num", Words, content)), svg,
            Note is null ? null : Markup.El("span", "note", Note));
    }
}
