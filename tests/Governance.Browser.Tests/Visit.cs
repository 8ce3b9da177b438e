using Governance.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>How a visitor looks at the site.</summary>
/// <param name="Width">Width of the window in pixels.</param>
/// <param name="Dark">Whether the device asks for dark colours.</param>
/// <param name="Language"><c>de</c> or <c>en</c>.</param>
public sealed record Look(int Width = 1280, bool Dark = false, string Language = "de")
{
    /// <summary>For file names and test names.</summary>
    public override string ToString() => $"{Width}{(Dark ? "-dark" : "")}{(Language == "de" ? "" : "-" + Language)}";
}

/// <summary>One visitor with a window; leaves no trace in other tests.</summary>
public sealed class Visit(IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>The window.</summary>
    public IPage Page { get; } = page;

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await context.CloseAsync();
}

/// <summary>What every visitor does.</summary>
public static class Visits
{
    /// <summary>Signs somebody in.</summary>
    /// <param name="page">The window.</param>
    /// <param name="address">Where the city listens, without the last slash.</param>
    /// <param name="name">Who.</param>
    public static async Task SignInAsync(this IPage page, string address, string name)
    {
        await page.GotoAsync(address + "/account/sign-in");
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Password", TestProgram.Password);
        await page.Locator("[data-testid=sign-in]").ClickAsync();
    }

    /// <summary>Keeps a picture of the page, on which nothing scrolls sideways and axe finds nothing.</summary>
    public static async Task LookAtAsync(this IPage page, string name)
    {
        await page.SaveAsync(name);
        await page.ShouldNotScrollSidewaysAsync();
        await page.ShouldBeAccessibleAsync();
    }
}
