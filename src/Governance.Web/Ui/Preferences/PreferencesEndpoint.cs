using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Ui.Preferences;

/// <summary>Takes the switch of language and theme: <c>POST /preferences</c>, then back to the page.</summary>
public static class PreferencesEndpoint
{
    /// <summary>
    /// Maps the endpoint. No antiforgery token: a forged request could change colours at most, and a token would set a cookie
    /// for every visitor of the public portal.
    /// </summary>
    public static void MapPreferences(this IEndpointRouteBuilder app) =>
        app.MapPost("/preferences", Save).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Save(
        HttpContext context, [FromForm] string? culture, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        var cookie = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps
        };
        if (culture is not null && Cultures.Languages.Contains(culture))
        {
            var chosen = new RequestCulture(Cultures.Formats, CultureInfo.GetCultureInfo(culture));
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(chosen), cookie);
        }

        if (theme is not null && Theme.Choices.Contains(theme))
            context.Response.Cookies.Append(Theme.Cookie, theme, cookie);
        return new RedirectHttpResult(LocalUrl.OrStart(returnUrl));
    }

    /// <summary>A redirect that answers POST with GET.</summary>
    private sealed class RedirectHttpResult(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }
}
