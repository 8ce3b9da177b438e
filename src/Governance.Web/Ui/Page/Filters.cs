using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>A row of filters, each a link.</summary>
[HtmlTargetElement("ui-filters")]
public sealed class Filters : Component
{
    /// <summary>What is filtered, for screen readers: "Aufgaben nach Art filtern".</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("nav", "filters", content).With("aria-label", Label);
}

/// <summary>One filter.</summary>
[HtmlTargetElement("ui-filter", ParentTag = "ui-filters")]
public sealed class Filter : Component
{
    /// <summary>Address of the filtered list.</summary>
    public string Href { get; set; } = "";

    /// <summary>Whether this filter is on.</summary>
    public bool Current { get; set; }

    /// <summary>Number of hits.</summary>
    public int? Count { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("a", null, content, Count is null ? null : " ", Counted.Of(Count))
            .With("href", Href).With("aria-current", Current ? "true" : null);
}
