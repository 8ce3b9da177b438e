using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace Governance.Web.Ui.Preferences;

/// <summary>The language of the request.</summary>
public static class Language
{
    /// <summary><c>de</c> or <c>en</c>, for the <c>lang</c> attribute.</summary>
    public static string Code => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "de";

    /// <summary>
    /// The address to come back to after a switch: without <c>culture</c>, which would win over the new cookie, and on an error
    /// page the address that failed. The handler of a form cannot be opened again, so its page is taken.
    /// </summary>
    public static string PageAddress(HttpContext context)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>();
        var path = failed is null ? context.Request.Path.Value : failed.OriginalPath;
        var query = context.Request.Query.Where(pair => pair.Key is not ("culture" or "ui-culture" or "handler"));
        return context.Request.PathBase + path + new QueryBuilder(query);
    }
}
