using System.Globalization;
using Governance.Web.Texts;
using Governance.Web.Ui.Charts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Process;

/// <summary>
/// The way of a case as a picture. Not shown on a phone: the list of stations, <c>ui-stations</c>, says the same and stands on
/// the same page.
/// </summary>
[HtmlTargetElement("ui-process")]
public sealed class ProcessDiagram(TextCatalog texts) : Component
{
    /// <summary>Boxes and arrows.</summary>
    public ProcessPicture Picture { get; set; } = new([], []);

    /// <summary>The heading: "Weg des Antrags".</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var head = Markup.El("div", "section__head", [Markup.El("h2", null, Title), .. Legend()]);
        var scroll = Markup.El("div", "scroll-x", Drawing()).With("tabindex", "0").With("role", "region")
            .With("aria-label", texts["Ui.Process.Region", Title]);
        return Markup.El("figure", "flow-wrap section", head, scroll);
    }

    private TagBuilder Drawing()
    {
        var routes = new ProcessRoutes(Picture.Nodes);
        var boxes = Picture.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        List<TagBuilder> shapes = [];
        foreach (var edge in Picture.Edges)
            if (boxes.TryGetValue(edge.From, out var from) && boxes.TryGetValue(edge.To, out var to)) AddArrow(shapes, routes, from, to);
        shapes.AddRange(Picture.Nodes.Select(ProcessBox.Of));
        var last = Picture.Nodes.Count == 0 ? 0 : Picture.Nodes.Max(node => node.Column);
        var (left, right) = (Margin(0), Margin(last));
        var (width, height) = (left + ProcessRoutes.Left(last) + ProcessRoutes.BoxWidth + right, routes.Bottom + 8);
        return Markup.El("svg", "flow", Markup.El("title", null, Title), Markup.El("desc", null, Description()))
            .With("viewBox", string.Create(CultureInfo.InvariantCulture, $"{-left} -4 {width} {height}"))
            .With("width", width.ToString(CultureInfo.InvariantCulture)).With("height", height.ToString(CultureInfo.InvariantCulture))
            .With("role", "img").With("aria-label", $"{Title}: {Description()}").AddAll(shapes);
    }

    // The ring around the current box needs room at the edge; otherwise eight columns fill a page exactly.
    private int Margin(int column) =>
        Picture.Nodes.Any(node => node.Column == column && node.State == StationState.Current) ? 14 : 1;

    private string Description()
    {
        if (!Picture.Nodes.Any(node => node.State is StationState.Done or StationState.Current))
            return texts["Ui.Process.DescriptionOnly", Picture.Nodes.Count];
        var done = Picture.Nodes.Count(node => node.State == StationState.Done);
        var now = string.Join(", ", Picture.Nodes.Where(node => node.State == StationState.Current).Select(node => node.Label));
        return texts[now.Length == 0 ? "Ui.Process.Description" : "Ui.Process.DescriptionNow", done, Picture.Nodes.Count, now];
    }

    private static void AddArrow(List<TagBuilder> shapes, ProcessRoutes routes, ProcessNode from, ProcessNode to)
    {
        var (line, head) = routes.Between(from, to);
        var dashed = to.State == StationState.Possible || from.State is StationState.Ahead or StationState.Possible;
        shapes.Add(Svg.Path(line, dashed ? "dash" : null));
        shapes.Add(Svg.Path(head, "head"));
    }

    // Of the states that there are: a workflow that no case is on has one alone, and nothing to tell apart.
    private IEnumerable<TagBuilder> Legend()
    {
        var states = Picture.Nodes.Select(node => node.State).Distinct().Order().ToArray();
        return states.Length < 2 ? [] : [Markup.El("ul", "legend", [.. states.Select(state => Markup.El("li", null, Key(state), texts[$"Ui.Station.{state}"]))]).With("role", "list")];
    }

    private static TagBuilder Key(StationState state) => state switch
    {
        StationState.Done => Sample(Svg.Path("M3 8l5 5 9-10", "tick")),
        StationState.Current => Fills.Key(Fill.Solid),
        StationState.Ahead => Fills.Key(Fill.Empty),
        _ => Sample(Svg.Rect("1", "2", "18", "12", "seg-0 dash")),
    };

    private static TagBuilder Sample(TagBuilder shape) => Markup.El("svg", "key", shape).With("viewBox", "0 0 20 16").With("aria-hidden", "true");
}
