using System.CommandLine;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary><c>database status</c>: which database, which version, what is pending. 0 also when something is pending.</summary>
public sealed class DatabaseStatus : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command("status", "Says provider, version and pending migrations.") { JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: true, ct);
            var schema = host.Services.GetRequiredService<Schema>();
            var pending = await schema.PendingAsync(ct);
            var version = await schema.VersionAsync(ct);
            var provider = host.Services.GetRequiredService<GovernanceSettings>().Database.Provider;
            parse.Write(
                new { Provider = $"{provider}", Version = version, Pending = pending },
                [$"provider: {provider}", $"version: {version ?? "none"}", $"pending: {pending.Count}", .. pending.Select(migration => $"  {migration}")]);
            return 0;
        });
        return command;
    }
}
