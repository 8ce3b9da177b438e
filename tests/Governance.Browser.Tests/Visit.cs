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
