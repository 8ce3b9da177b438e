using System.CommandLine;
using Governance.People;

namespace Governance.Web.Commands;

/// <summary><c>user unlock</c>: the person may sign in again.</summary>
public sealed class UserUnlock : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Sign-in name." };
        var command = new Command("unlock", "Lets a locked person sign in again.") { name };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            return await host.SendAsync(new UnlockPerson(parse.GetRequiredValue(name)), parse, _ => parse.InvocationConfiguration.Output.WriteLine("unlocked"), ct);
        });
        return command;
    }
}
