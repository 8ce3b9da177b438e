using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>The shield with two waves.</summary>
[HtmlTargetElement("ui-brand-mark")]
public sealed class BrandMark : Component
{
    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Svg();

    /// <summary>The shield for code that builds HTML.</summary>
    public static TagBuilder Svg() => Markup.El("svg", "brand__mark",
            Markup.Empty("path").With("fill", "currentColor")
                .With("d", "M1.5 1.5h29V18c0 8.8-6.2 13.6-14.5 16.5C7.7 31.6 1.5 26.8 1.5 18z"),
            Markup.Empty("path", "wave")
                .With("d", "M6 13.5c3.3-2.6 6.7-2.6 10 0s6.7 2.6 10 0M6 20.5c3.3-2.6 6.7-2.6 10 0s6.7 2.6 10 0"))
        .With("width", "32").With("height", "36").With("viewBox", "0 0 32 36").With("aria-hidden", "true");
}
