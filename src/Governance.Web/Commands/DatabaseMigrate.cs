using System.CommandLine;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary><c>database migrate</c>: brings the tables up to date.</summary>
public sealed class DatabaseMigrate : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database's tables up to date.") { JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: true, ct);
            var applied = await host.Services.GetRequiredService<Schema>().MigrateAsync(ct);
            parse.Write(new { Applied = applied }, [.. applied.Select(migration => $"applied: {migration}"), "up to date"]);
            return 0;
        });
        return command;
    }
}
