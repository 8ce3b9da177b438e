using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Governance.Web.Ui;

/// <summary>Tells after a redirect what was done: the next page shows it once, on top.</summary>
public static class Success
{
    private const string Key = "Success";

    /// <summary>Remembers the sentence for the next page: <c>this.Done(T["Proposals.Submitted"]); return RedirectToPage(…);</c></summary>
    public static void Done(this PageModel page, string sentence) => page.TempData[Key] = sentence;

    /// <summary>
    /// The sentence to show, if any; reading it uses it up. Without the cookie nothing is asked: opening empty temporary data
    /// would send a cookie with every page, and no page could be cached.
    /// </summary>
    public static string? Of(ViewContext page) =>
        page.HttpContext.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName) ? page.TempData[Key] as string : null;
}
