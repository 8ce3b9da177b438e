using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Charts;

/// <summary>A station of the procedure and what stands in it.</summary>
/// <param name="Name">The station.</param>
/// <param name="Href">Its list.</param>
/// <param name="Count">How many stand there.</param>
/// <param name="Amount">Their sum in words: "482 T€".</param>
/// <param name="Pace">"im Mittel 12 Tage, Ziel 14".</param>
/// <param name="Oldest">The oldest: its number.</param>
/// <param name="OldestHref">Address of the oldest.</param>
/// <param name="OldestAge">"31 Tage".</param>
/// <param name="Warning">Why it is too slow; marks the station.</param>
public sealed record PipelineStage(
    string Name, string Href, int Count, string? Amount = null, string? Pace = null,
    string? Oldest = null, string? OldestHref = null, string? OldestAge = null, string? Warning = null);

/// <summary>The stations side by side; on a phone below each other.</summary>
[HtmlTargetElement("ui-pipeline")]
public sealed class Pipeline(TextCatalog texts) : Component
{
    /// <summary>The stations in order.</summary>
    public IReadOnlyList<PipelineStage> Stages { get; set; } = [];

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("ol", "pipeline").With("role", "list").AddAll(Stages.Select(Item));

    private TagBuilder Item(PipelineStage stage)
    {
        var item = Markup.El("li", stage.Warning is null ? null : "is-tight",
            Markup.El("h3", null, Markup.El("a", null, stage.Name).With("href", stage.Href)),
            Markup.El("p", "big", stage.Count.ToString("N0", CultureInfo.CurrentCulture)));
        if (stage.Amount is not null) item.Add(Markup.El("p", "num", stage.Amount));
        if (stage.Pace is not null) item.Add(Markup.El("p", "note", stage.Pace));
        if (stage.Oldest is not null)
            item.Add(Markup.El("p", "small", Markup.El("span", "soft", texts["Ui.Pipeline.Oldest"]), " ",
                Markup.El("a", null, stage.Oldest).With("href", stage.OldestHref), stage.OldestAge is null ? null : $", {stage.OldestAge}"));
        return stage.Warning is null ? item : item.Add(Markup.El("p", "small", Markup.El("strong", null, stage.Warning)));
    }
}
