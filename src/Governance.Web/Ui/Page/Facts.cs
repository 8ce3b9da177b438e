using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>Three to five facts side by side, under the title or in a section.</summary>
[HtmlTargetElement("ui-facts")]
public sealed class Facts : Component
{
    /// <summary>Larger figures, for a control room.</summary>
    public bool Big { get; set; }

    /// <inheritdoc />
    protected override string Slot => "facts";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("dl", Big ? "facts facts--big" : "facts", content);
}

/// <summary>One fact.</summary>
[HtmlTargetElement("ui-fact", ParentTag = "ui-facts")]
public sealed class Fact : Component
{
    /// <summary>What it is.</summary>
    public string Label { get; set; } = "";

    /// <summary>A smaller second line.</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("div", null,
        Markup.El("dt", null, Label),
        Markup.El("dd", null, content, string.IsNullOrEmpty(Note) ? null : Markup.El("small", null, Note)));
}
