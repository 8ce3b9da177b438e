using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>Pictures of pages, for people to look at: artifacts/screenshots, never in the repository.</summary>
public static class Pictures
{
    private static readonly string Folder = Path.Combine(Root(), "artifacts", "screenshots");

    /// <summary>Saves the whole page.</summary>
    public static async Task SaveAsync(this IPage page, string name) =>
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), FullPage = true });

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Governance.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Governance.sln is not above the tests.");
    }
}
