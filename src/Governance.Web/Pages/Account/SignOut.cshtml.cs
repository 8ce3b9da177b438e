using Governance.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Account;

/// <summary>Ends the session; by form only, so that no link or image of another site can.</summary>
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync();
        return LocalRedirect("/account/sign-in");
    }
}
