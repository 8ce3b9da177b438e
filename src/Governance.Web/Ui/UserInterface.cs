using System.Text.Encodings.Web;
using System.Text.Unicode;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Fields;
using Governance.Web.Ui.Preferences;
using Governance.Web.Ui.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Governance.Web.Ui;

/// <summary>Everything the pages need: texts, languages, themes, layout, components, error pages.</summary>
public static class UserInterface
{
    /// <summary>Registers the interface. An <see cref="IShell"/> registered before or after this call replaces the plain one.</summary>
    public static WebApplicationBuilder AddUserInterface(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<IShell, PlainShell>();
        services.AddSingleton<TextCatalog>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddCultures(builder.Configuration);
        services.AddSingleton<IConfigureOptions<MvcOptions>, FieldBinding>();
        services.AddRazorPages();
        return builder;
    }

    /// <summary>Middleware that stands before sign-in: headers, error pages, language.</summary>
    public static WebApplication UseUserInterface(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        // Before the error pages: they run the rest of the pipeline again, without the query string that may name the language.
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                _ when LostDatabase.Is(fault) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        return app;
    }

    /// <summary>Endpoints: assets, pages and the switch of language and theme.</summary>
    public static WebApplication MapUserInterface(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
