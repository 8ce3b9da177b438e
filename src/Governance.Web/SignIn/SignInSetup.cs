using System.Security.Cryptography.X509Certificates;
using Governance.Persistence;
using Governance.Web.Hosting;
using Governance.Web.Ui.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Governance.Web.SignIn;

/// <summary>Sessions in a cookie, whose keys all nodes share through the database.</summary>
public static class SignInSetup
{
    private static readonly TimeSpan IdleUntilSignedOut = TimeSpan.FromHours(8);

    /// <summary>Adds cookie sessions, key storage, the antiforgery token and the shell of the signed-in person.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, GovernanceSettings settings)
    {
        // Behind https the cookie never leaves by http; a demo on http://localhost must work in every browser, Safari included.
        var secure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "governance";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = secure;
            options.LoginPath = "/account/sign-in";
            options.ExpireTimeSpan = IdleUntilSignedOut;
            options.SlidingExpiration = true;
            // The page for 403 says what is wrong; a redirect would turn it into a 200.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "governance.Antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
        });
        services.AddScoped<Sessions>();
        services.AddScoped<PlainShell>();
        services.AddScoped<IShell, PersonShell>();
        var keys = services.AddDataProtection().SetApplicationName("Governance").PersistKeysToDbContext<GovernanceDb>();
        if (settings.KeyCertificate is { } file)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, settings.KeyCertificatePassword));
        return services;
    }
}
