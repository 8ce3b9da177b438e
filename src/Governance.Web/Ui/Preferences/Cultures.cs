using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Governance.Web.Ui.Preferences;

/// <summary>
/// German and English words. Numbers, money and dates are German in both: an amount must read the same on the screen, in the
/// letter and in the input field, whoever looks at it.
/// </summary>
public static class Cultures
{
    /// <summary>The formats of every page: 1.234,56 and 23.11.2026.</summary>
    public static CultureInfo Formats { get; } = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The languages that every text exists in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["de", "en"];

    /// <summary>Reads <c>?culture=</c>, then the cookie, then <c>Governance__Culture</c> (German).</summary>
    public static IServiceCollection AddCultures(this IServiceCollection services, IConfiguration settings) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var language = settings["Governance:Culture"] ?? "de";
            if (!Languages.Contains(language))
                throw new InvalidOperationException($"Governance__Culture is \"{language}\"; it may be de or en.");
            options.DefaultRequestCulture = new RequestCulture(Formats, CultureInfo.GetCultureInfo(language));
            options.SupportedCultures = [Formats];
            options.SupportedUICultures = [.. Languages.Select(CultureInfo.GetCultureInfo)];
            options.RequestCultureProviders =
                [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
        });
}
