using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>The buttons at the end of a form.</summary>
[HtmlTargetElement("ui-form-actions")]
public sealed class FormActions : Component
{
    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("div", "form-actions", content);
}
