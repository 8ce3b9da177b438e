using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>The way to this page. On a phone only the step back is shown.</summary>
[HtmlTargetElement("ui-crumbs")]
public sealed class Crumbs(TextCatalog texts) : Component
{
    /// <inheritdoc />
    protected override string Slot => "crumbs";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("nav", "crumbs", Markup.El("ol", null, content).With("role", "list")).With("aria-label", texts["Ui.Crumbs"]);
}

/// <summary>One step of the way; without <c>href</c> it is this page.</summary>
[HtmlTargetElement("ui-crumb", ParentTag = "ui-crumbs")]
public sealed class Crumb : Component
{
    /// <summary>Address; null for the current page, which comes last.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("li", null, Href is null
        ? Markup.El("span", null, content).With("aria-current", "page")
        : Markup.El("a", null, content).With("href", Href));
}
