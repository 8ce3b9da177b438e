using System.Globalization;
using Governance.Demo;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Hosting;

/// <summary>What a start adds to the rows: changed definitions of <c>workflows/</c> become the next published version (or the draft, <see cref="OfferDefinition"/>), and in demo mode
/// an empty database becomes the demo city.</summary>
public static class FirstStart
{
    /// <summary>Publishes and, in demo mode, founds.</summary>
    /// <exception cref="SettingsException">A definition that comes with the program was refused.</exception>
    public static async Task PrepareAsync(IServiceProvider services, GovernanceSettings settings, CancellationToken ct)
    {
        await PublishAsync(services.GetRequiredService<AsProgram>(), ct);
        await using var scope = services.CreateAsyncScope();
        if (settings.Demo && !await scope.ServiceProvider.GetRequiredService<GovernanceDb>().Users.AnyAsync(ct))
            _ = await LoadDemoAsync(settings, 1, ct);
    }

    /// <summary>Offers every definition that comes with the program.</summary>
    public static async Task PublishAsync(AsProgram program, CancellationToken ct)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json").Order(StringComparer.Ordinal))
        {
            var published = await program.SendAsync(new OfferDefinition(await File.ReadAllTextAsync(file, ct), "workflows/" + Path.GetFileName(file)), ct);
            if (published.Error is { } error)
                throw new SettingsException($"workflows/{Path.GetFileName(file)} cannot be published: {error.Code} {error.Render(CultureInfo.GetCultureInfo("en"))}");
        }
    }

    /// <summary>Loads the demo city into an empty database, as a whole or not at all; plays its history by a clock of its own.</summary>
    public static async Task<Result<int>> LoadDemoAsync(GovernanceSettings settings, int scale, CancellationToken ct)
    {
        var present = settings.Clock ?? TimeProvider.System.GetUtcNow();
        await using var provider = new ServiceCollection().AddLogging().AddProduct(settings).AddDemoHistory(present).BuildServiceProvider();
        await PublishAsync(provider.GetRequiredService<AsProgram>(), ct);
        return await provider.GetRequiredService<DemoHistory>().PlayAsync(scale, ct);
    }
}
