using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>
/// A status. <c>danger</c>: overdue, missing, wrong. <c>warning</c>: due today, open. <c>success</c>: done, granted. <c>info</c>: in
/// progress. Everything else is a <c>ui-chip</c>.
/// </summary>
[HtmlTargetElement("ui-badge")]
public sealed class Badge : Component
{
    /// <summary><c>info</c>, <c>success</c>, <c>warning</c> or <c>danger</c>.</summary>
    public string Kind { get; set; } = "info";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("span", $"kern-badge kern-badge--small kern-badge--{Kind}",
        Icon.Of(Kind, small: true), Markup.El("span", "kern-label", content));
}

/// <summary>A neutral word about a thing: its kind, its stage.</summary>
[HtmlTargetElement("ui-chip")]
public sealed class Chip : Component
{
    /// <summary><c>proxy</c> marks what somebody does for another person.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("span", Kind is null ? "chip" : $"chip chip--{Kind}", content);
}
