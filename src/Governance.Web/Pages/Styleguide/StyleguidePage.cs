using Governance.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Styleguide;

/// <summary>A page of the style guide: it exists in development only, and needs no sign-in.</summary>
[Microsoft.AspNetCore.Authorization.AllowAnonymous]
public abstract class StyleguidePage(IWebHostEnvironment environment, TextCatalog texts) : PageModel
{
    /// <summary>The texts.</summary>
    protected TextCatalog Texts => texts;

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment()) context.Result = new NotFoundResult();
        ViewData["Surroundings"] = SampleShell.Of(texts, "/styleguide");
    }
}
