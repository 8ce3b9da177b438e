using System.CommandLine;
using Governance.People;

namespace Governance.Web.Commands;

/// <summary><c>token create</c>: a bearer token of the API, shown this once.</summary>
public sealed class TokenCreate : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var user = new Option<string>("--user") { Required = true, Description = "Sign-in name of the person it acts for." };
        var name = new Option<string>("--name") { Required = true, Description = "What it is for." };
        var days = new Option<int>("--days") { DefaultValueFactory = _ => 90, Description = "Days until it ends." };
        var command = new Command("create", "Prints a bearer token once; only its hash is kept.") { user, name, days, JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            var request = new CreateAccessToken(parse.GetRequiredValue(user), parse.GetRequiredValue(name), parse.GetValue(days));
            return await host.SendAsync(request, parse, token => parse.Write(new { token.Token, ExpiresAt = DateTime.SpecifyKind(token.ExpiresAt, DateTimeKind.Utc) }, [token.Token]), ct);
        });
        return command;
    }
}
