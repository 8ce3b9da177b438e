using Governance.Web.Api;
using Governance.Web.Jobs;
using Governance.Web.Limits;
using Governance.Web.Mail;
using Governance.Web.OtherSystems;
using Governance.Web.Pages.Admin;
using Governance.Web.Pages.Proposals;
using Governance.Web.SignIn;
using Governance.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Hosting;

/// <summary>The running program: what it consists of and in which order a request passes it.</summary>
public static class ProgramHost
{
    /// <summary>Reads the settings, puts everything together and prepares the database.</summary>
    /// <param name="args">Settings, as <c>--Name=value</c>.</param>
    /// <param name="ct">Ends the preparation.</param>
    /// <exception cref="SettingsException">A setting is wrong, or the database is not ready.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ProgramHost).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(args),
        });
        var settings = new SettingsReader(builder.Configuration, builder.Environment.IsDevelopment()).Read();

        var model = settings.BuildModelAsync();

        // Styles and scripts are found beside the sources in every environment, not in Development alone.
        builder.WebHost.UseStaticWebAssets();
        builder.ListenByDefault();
        builder.Services.AddProduct(settings).AddScoped<Schema>();
        builder.Services.AddProposalPages().AddAdminPages();
        builder.Services.AddSignIn(settings).AddApi().AddMail(settings).AddOtherSystems(settings).AddJobs(settings).AddLimits();
        builder.Services.AddReverseProxies(settings).AddTelemetryExport(builder.Configuration);
        builder.AddUserInterface();
        builder.Services.Configure<RazorPagesOptions>(PageAccess.Configure);
        builder.Services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<KnownMethods>();
            options.Filters.Add<InvalidForms>();
        });

        var app = builder.Build();
        await model.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Schema>().PrepareStartAsync(ct);
        await FirstStart.PrepareAsync(app.Services, settings, ct);
        return app.Compose(settings);
    }

    private static WebApplication Compose(this WebApplication app, GovernanceSettings settings)
    {
        app.UseReverseProxies(settings);
        app.UseUserInterface();
        app.UseMiddleware<ApiErrors>();
        app.UseMiddleware<ReadableForms>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealth();
        if (!settings.ServesWeb)
            return app;
        app.UseAntiforgery();
        app.MapUserInterface();
        app.MapApi();
        app.MapJobs();
        return app;
    }

    // Beside the program, not where it was called from: "dotnet run --project" is called from anywhere, and paths that users give are
    // theirs.
    private static string? ContentRoot(string[] args) =>
        Array.Exists(args, arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory;
}
