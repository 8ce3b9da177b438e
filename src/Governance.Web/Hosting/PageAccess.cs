using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Hosting;

/// <summary>Pages are for people who are signed in, unless they are listed here or say <c>[AllowAnonymous]</c>. Who may do what
/// there is said by the use cases' own rules.</summary>
public static class PageAccess
{
    /// <summary>Sets it.</summary>
    public static void Configure(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/");
        options.Conventions.AllowAnonymousToFolder("/Portal");
        options.Conventions.AllowAnonymousToPage("/Account/SignIn");
        options.Conventions.AllowAnonymousToPage("/Error");
        options.Conventions.AllowAnonymousToPage("/Styleguide");
    }
}
