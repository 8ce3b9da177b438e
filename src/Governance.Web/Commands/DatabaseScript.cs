using System.CommandLine;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary><c>database script</c>: prints what <c>database migrate</c> would do, for administrators who run scripts themselves.</summary>
public sealed class DatabaseScript : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "The migration that the database has; without it the script begins with an empty one.", HelpName = "MIGRATION" };
        var command = new Command("script", "Prints the SQL script that brings the configured provider's tables up to date. Does not connect.") { from };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: true, ct);
            await parse.InvocationConfiguration.Output.WriteAsync(host.Services.GetRequiredService<Schema>().Script(parse.GetValue(from)));
            return 0;
        });
        return command;
    }
}
