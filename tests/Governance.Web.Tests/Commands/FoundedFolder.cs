namespace Governance.Web.Tests.Commands;

/// <summary>A founded city with somebody in its office; tests work on copies.</summary>
public sealed class FoundedFolder : IAsyncLifetime
{
    private readonly CommandFolder _folder = new();

    /// <summary>Another folder with the same rows.</summary>
    public Task<CommandFolder> CopyAsync() => _folder.CopyAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        (await _folder.RunAsync("city", "found")).Code.ShouldBe(0);
        (await _folder.RunAsync("user", "create", "--name", "office", "--full-name", "Frau Amt", "--email", "office@stadt.example", "--role", "Office")).Code.ShouldBe(0);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
