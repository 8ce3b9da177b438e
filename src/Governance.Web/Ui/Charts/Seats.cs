using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Charts;

/// <summary>Seats of a body with the mark of its quorum.</summary>
[HtmlTargetElement("ui-seats")]
public sealed class Seats(TextCatalog texts) : Component
{
    private const int PerRow = 17;
    private const int Step = 22;

    /// <summary>Members with a vote.</summary>
    public int Members { get; set; }

    /// <summary>Members who count as present.</summary>
    public int Present { get; set; }

    /// <summary>Members who are present but recused.</summary>
    public int Recused { get; set; }

    /// <summary>Members the quorum takes.</summary>
    public int Needed { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var rows = (Members + PerRow - 1) / PerRow;
        const int width = (PerRow * Step) + 2; // A seat is as large in a small body as in a large one.
        var svg = Markup.El("svg", "seats").With("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {(rows * 26) + 22}"))
            .With("role", "img").With("aria-label", texts["Ui.Seats.Spoken", Present, Members, Needed, Recused, Members - Present - Recused]);
        for (var seat = 0; seat < Members; seat++) AddSeat(svg, seat);
        if (Needed < 1 || Needed > Members) return svg;
        var (x, y) = Place(Needed - 1);
        return svg.Add(Markup.Empty("line", "mark").With("x1", Svg.Px(x + 11)).With("x2", Svg.Px(x + 11))
            .With("y1", Svg.Px(y - 13)).With("y2", Svg.Px(y + 13)));
    }

    private static (double X, double Y) Place(int seat) => (12 + (seat % PerRow * Step), 22 + (seat / PerRow * 26));

    private void AddSeat(TagBuilder svg, int seat)
    {
        var (x, y) = Place(seat);
        var recused = seat >= Present && seat < Present + Recused;
        var css = seat < Present ? "here" : recused ? "out" : null;
        svg.Add(Markup.Empty("circle", css).With("cx", Svg.Px(x)).With("cy", Svg.Px(y)).With("r", "8"));
        if (recused)
            svg.Add(Markup.Empty("line").With("x1", Svg.Px(x - 5)).With("y1", Svg.Px(y + 5)).With("x2", Svg.Px(x + 5)).With("y2", Svg.Px(y - 5)));
    }
}
