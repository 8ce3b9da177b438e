using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Charts;

/// <summary>What the fills of a chart mean.</summary>
[HtmlTargetElement("ui-legend")]
public sealed class Legend : Component
{
    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("ul", "legend", content).With("role", "list");
}

/// <summary>One fill and its meaning.</summary>
[HtmlTargetElement("ui-key", ParentTag = "ui-legend")]
public sealed class LegendKey : Component
{
    /// <summary>The fill.</summary>
    public Fill Fill { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("li", null, Fills.Key(Fill), content);
}
