using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Fields;

/// <summary>A unit behind a control.</summary>
public static class Affix
{
    /// <summary>The control with its unit; the control alone when there is none.</summary>
    public static TagBuilder After(TagBuilder control, string? unit) => unit is null
        ? control : Markup.El("div", "affix", control, Markup.El("span", "affix__unit", unit));
}
