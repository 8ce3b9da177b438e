using Governance.Web.Texts;
using Governance.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>What was sent for a draft that was published or discarded meanwhile: by a double click, or by somebody else.</summary>
internal static class GoneDraft
{
    /// <summary>Says so on the page that lists workflows, when that is why it was refused.</summary>
    public static IActionResult OrGone(this PageModel page, IActionResult refused, TextCatalog texts)
    {
        if (refused is not NotFoundResult)
            return refused;
        page.Done(texts["Admin.Draft.Gone"]);
        return new RedirectResult("/admin/workflows");
    }
}
