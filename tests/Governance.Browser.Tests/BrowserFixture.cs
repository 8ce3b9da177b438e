using Governance.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Governance.Browser.Tests;

/// <summary>
/// One browser and one site for all tests, since starting them takes longer than a test. Every visit is a context of its own
/// (cookies, size, colours), so that tests may run side by side.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--hide-scrollbars"
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program under test.</summary>
    public Site Site { get; } = new();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        // Machines that test are busy machines.
        Assertions.SetDefaultExpectTimeout(15_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browser(), Args = Arguments
        });
    }

    /// <summary>A new visitor with this screen and these wishes.</summary>
    public async Task<Visit> VisitAsync(Look look, bool javaScript = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce
        });
        context.SetDefaultTimeout(90_000);
        await context.AddCookiesAsync(
        [
            new Cookie { Name = ".AspNetCore.Culture", Value = $"c=de-DE|uic={look.Language}", Url = Site.Address.ToString() }
        ]);
        return new Visit(context, await context.NewPageAsync());
    }

    // The shell draws the same pages without windows, tabs and their processes: half the time.
    private static string Browser() => Environment.GetEnvironmentVariable("CHROMIUM")
        ?? (File.Exists("/usr/bin/chromium-headless-shell") ? "/usr/bin/chromium-headless-shell" : "/usr/bin/chromium");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await Site.DisposeAsync();
    }
}
