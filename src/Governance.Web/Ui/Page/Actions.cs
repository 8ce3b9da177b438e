using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>Buttons of the page head. At most one of them is primary.</summary>
[HtmlTargetElement("ui-actions")]
public sealed class Actions : Component
{
    /// <inheritdoc />
    protected override string Slot => "actions";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("div", "page-head__actions", content);
}

/// <summary>Line above the title: badge, file number, life area, each in a span of its own.</summary>
[HtmlTargetElement("ui-eyebrow")]
public sealed class Eyebrow : Component
{
    /// <inheritdoc />
    protected override string Slot => "eyebrow";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("p", "eyebrow", content);
}

/// <summary>Says that a draft is saved; stands where the buttons of the page head would be.</summary>
[HtmlTargetElement("ui-saved")]
public sealed class Saved : Component
{
    /// <inheritdoc />
    protected override string Slot => "actions";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) =>
        Markup.El("p", "saved", Show.Icon.Of("success", small: true), content).With("role", "status");
}
