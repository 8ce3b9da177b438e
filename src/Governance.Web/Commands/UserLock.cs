using System.CommandLine;
using Governance.People;

namespace Governance.Web.Commands;

/// <summary><c>user lock</c>: nobody signs in under the name until it is unlocked; open sessions and tokens end at once.</summary>
public sealed class UserLock : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Sign-in name." };
        var command = new Command("lock", "Locks a person out at once.") { name };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            return await host.SendAsync(new LockPerson(parse.GetRequiredValue(name)), parse, _ => parse.InvocationConfiguration.Output.WriteLine("locked"), ct);
        });
        return command;
    }
}
