using System.CommandLine;
using Governance.Web.Hosting;
using Microsoft.AspNetCore.Connections;

namespace Governance.Web.Commands;

/// <summary><c>serve</c>, or no command at all: pages, API and background work, as the role says.</summary>
public sealed class ServeCommand : ICommandLine
{
    internal const string Name = "serve";

    private static readonly string[] HostSettings = ["Governance", "Logging", "Kestrel", "AllowedHosts", "urls", "environment", "contentRoot", "applicationName", "http_ports", "https_ports"];

    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command(Name, "Starts the program on http://localhost:5080. Any setting may follow: --Governance:Role=Web --urls=http://0.0.0.0:80");
        var settings = new Argument<string[]>("settings") { Arity = ArgumentArity.ZeroOrMore, Description = "Settings as --Name:Of:It=value." };
        settings.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!IsSetting(token.Value))
                    result.AddError($"\"{token.Value}\" is neither a command nor a setting such as --Governance:Role=Web.");
        });
        command.Add(settings);
        command.SetAction(async (parse, ct) =>
        {
            await using var app = await ProgramHost.BuildAsync(parse.GetValue(settings) ?? [], ct);
            try
            {
                await app.RunAsync(ct);
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                throw new SettingsException($"{fault.Message} Is the program running already?");
            }

            return 0;
        });
        return command;
    }

    // One token each, so that a mistyped command or option is told instead of silently becoming an unused setting.
    private static bool IsSetting(string token)
    {
        var end = token.IndexOf('=', StringComparison.Ordinal);
        if (!token.StartsWith("--", StringComparison.Ordinal) || end < 0)
            return false;
        var key = token[2..end];
        return key.Contains(':', StringComparison.Ordinal) || key.StartsWith("OTEL_", StringComparison.Ordinal) || Array.Exists(HostSettings, one => one.Equals(key, StringComparison.OrdinalIgnoreCase));
    }
}
