using System.CommandLine;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary><c>database status</c>: which database, which version, what is pending. 0 also when something is pending.</summary>
public sealed class DatabaseStatus : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command("status", "Says provider, version and pending migrations.");
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: true, ct);
            var schema = host.Services.GetRequiredService<Schema>();
            var pending = await schema.PendingAsync(ct);
            var output = parse.InvocationConfiguration.Output;
            await output.WriteLineAsync($"provider: {host.Services.GetRequiredService<GovernanceSettings>().Database.Provider}");
            await output.WriteLineAsync($"version: {await schema.VersionAsync(ct) ?? "none"}");
            await output.WriteLineAsync($"pending: {pending.Count}");
            foreach (var migration in pending)
                await output.WriteLineAsync($"  {migration}");
            return 0;
        });
        return command;
    }
}
