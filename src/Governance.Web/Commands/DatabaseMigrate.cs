using System.CommandLine;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary><c>database migrate</c>: brings the tables up to date.</summary>
public sealed class DatabaseMigrate : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database's tables up to date.");
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: true, ct);
            var applied = await host.Services.GetRequiredService<Schema>().MigrateAsync(ct);
            foreach (var migration in applied)
                await parse.InvocationConfiguration.Output.WriteLineAsync($"applied: {migration}");
            await parse.InvocationConfiguration.Output.WriteLineAsync("up to date");
            return 0;
        });
        return command;
    }
}
