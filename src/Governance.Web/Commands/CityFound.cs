using System.CommandLine;
using Governance.Bodies;

namespace Governance.Web.Commands;

/// <summary><c>city found</c>: standard bodies and default authority table for a city that begins without the demo.</summary>
public sealed class CityFound : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command("found", "Gives a database without bodies the standard ones and the default authority table.");
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            return await host.SendAsync(new FoundCity(), parse, _ => parse.InvocationConfiguration.Output.WriteLine("founded"), ct);
        });
        return command;
    }
}
