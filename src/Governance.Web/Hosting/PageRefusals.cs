using Governance.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Hosting;

/// <summary>From a use case's refusal to what a page answers.</summary>
public static class PageRefusals
{
    /// <summary>Sign in first, no access, not found; everything else is told on the page itself, beside its fields.</summary>
    /// <param name="page">The page.</param>
    /// <param name="error">Why it was refused.</param>
    /// <param name="form">The bound property that holds the form's fields, or empty.</param>
    public static IActionResult Refused(this PageModel page, Error error, string form = "")
    {
        switch (ErrorStatus.Of(error.Code))
        {
            case StatusCodes.Status401Unauthorized:
                return page.Challenge();
            case StatusCodes.Status403Forbidden:
                return page.StatusCode(StatusCodes.Status403Forbidden);
            case StatusCodes.Status404NotFound:
                return page.NotFound();
        }

        page.Response.StatusCode = ErrorStatus.Of(error.Code);
        var texts = page.HttpContext.RequestServices.GetRequiredService<ErrorTexts>();
        foreach (var (field, errors) in error.Fields)
            foreach (var one in errors)
                page.ModelState.AddModelError(form.Length == 0 ? field : $"{form}.{field}", texts.Sentence(one));
        if (error.Fields.Count == 0)
            page.ModelState.AddModelError("", texts.Sentence(error));
        return page.Page();
    }

    /// <summary>A list whose cursor no page gave begins anew, its filters kept; null for every other refusal.</summary>
    public static IActionResult? FromTheStart(this PageModel page, Error error)
    {
        const string cursor = "cursor";
        if (!error.Fields.Keys.Any(field => field.Equals(cursor, StringComparison.OrdinalIgnoreCase)))
            return null;
        var rest = page.Request.Query.Where(one => !one.Key.Equals(cursor, StringComparison.OrdinalIgnoreCase));
        return new RedirectResult(page.Request.Path.Value + QueryString.Create(rest));
    }
}
