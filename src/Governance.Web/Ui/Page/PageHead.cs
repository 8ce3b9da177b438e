using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>
/// Head of a page with its only h1; also gives the window its title. Takes <c>ui-crumbs</c>, <c>ui-eyebrow</c>,
/// <c>ui-actions</c>, <c>ui-facts</c> and <c>ui-saved</c> in any order.
/// </summary>
[HtmlTargetElement("ui-page-head")]
public sealed class PageHead : Component
{
    private readonly PageSlots slots = new();

    /// <summary>The page, for its title.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where the layout finds the title of the window.</summary>
    public const string WindowTitleItem = "Governance.WindowTitle";

    /// <summary>The h1.</summary>
    public string Title { get; set; } = "";

    /// <summary>One or two sentences under the title.</summary>
    public string? Lede { get; set; }

    /// <summary>Title of the window, when it says more than the h1 ("Finanzierung, Schritt 5 von 8").</summary>
    public string? WindowTitle { get; set; }

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context) => context.Items[typeof(PageSlots)] = slots;

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        // Not in ViewData: a partial has its own, which the layout never sees.
        ViewContext.HttpContext.Items[WindowTitleItem] = WindowTitle ?? Title;
        var heading = Markup.El("div", null, slots["eyebrow"], Markup.El("h1", null, Title));
        if (!string.IsNullOrEmpty(Lede)) heading.Add(Markup.El("p", "lede", Lede));
        return Markup.El("div", "page-head", slots["crumbs"], heading, slots["actions"], slots["facts"]);
    }
}
