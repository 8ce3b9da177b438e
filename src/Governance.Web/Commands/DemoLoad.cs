using System.CommandLine;
using System.Globalization;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary><c>demo load</c>: Musterstadt into an empty database.</summary>
public sealed class DemoLoad : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var scale = new Option<int>("--scale") { DefaultValueFactory = _ => 1, Description = "Multiplies project owners, citizens, proposals, tasks and history, for load tests: 1 to 1000. All of it or nothing is loaded, 23 proposals at a time in one to three seconds." };
        scale.Validators.Add(result =>
        {
            if (result.Tokens is [var typed] && int.TryParse(typed.Value, CultureInfo.InvariantCulture, out var number) && number is < 1 or > 1_000)
                result.AddError("--scale is a whole number from 1 to 1000.");
        });
        var command = new Command("load", "Loads the demo city into an empty database.") { scale, JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            var loaded = await FirstStart.LoadDemoAsync(host.Services.GetRequiredService<GovernanceSettings>(), parse.GetValue(scale), ct);
            if (loaded.Error is { } refused)
                return await host.RefuseAsync(refused, parse);
            parse.Write(new { Proposals = loaded.Value }, [$"proposals: {loaded.Value}"]);
            return 0;
        });
        return command;
    }
}
