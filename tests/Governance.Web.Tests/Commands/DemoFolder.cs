namespace Governance.Web.Tests.Commands;

/// <summary>The demo city, loaded by its command; tests work on copies.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    private readonly CommandFolder _folder = new();

    /// <summary>How the load went.</summary>
    public (int Code, string Output, string Error) Loaded { get; private set; }

    /// <summary>Another folder with the same rows.</summary>
    public Task<CommandFolder> CopyAsync() => _folder.CopyAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Loaded = await _folder.RunAsync("demo", "load");

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
