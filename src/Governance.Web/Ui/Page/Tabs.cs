using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>Pages of one thing, as links with addresses of their own.</summary>
[HtmlTargetElement("ui-tabs")]
public sealed class Tabs : Component
{
    /// <summary>Name of the group, for screen readers: "Antrag".</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("nav", "tabs", Markup.El("ul", null, content).With("role", "list")).With("aria-label", Label);
}

/// <summary>One tab.</summary>
[HtmlTargetElement("ui-tab", ParentTag = "ui-tabs")]
public sealed class Tab : Component
{
    /// <summary>Address of the page.</summary>
    public string Href { get; set; } = "";

    /// <summary>Whether this page is shown.</summary>
    public bool Current { get; set; }

    /// <summary>Number of things behind it.</summary>
    public int? Count { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("li", null,
        Markup.El("a", null, content, Count is { } count ? " " : null, Counted.Of(Count))
            .With("href", Href).With("aria-current", Current ? "page" : null));
}

/// <summary>A muted number beside a word.</summary>
public static class Counted
{
    /// <summary>The number, or nothing.</summary>
    public static TagBuilder? Of(int? count) => count is null
        ? null : Markup.El("span", "count", count.Value.ToString("N0", CultureInfo.CurrentCulture));
}
