using System.CommandLine;
using Governance.People;

namespace Governance.Web.Commands;

/// <summary><c>user create</c>: the first administrator has no browser yet. Without <c>--password</c> one is made up and printed.</summary>
public sealed class UserCreate : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var name = new Option<string>("--name") { Required = true, Description = "Sign-in name." };
        var fullName = new Option<string>("--full-name") { Required = true, Description = "First and last name." };
        var email = new Option<string>("--email") { Required = true, Description = "Address for notices." };
        var unit = new Option<string>("--unit") { DefaultValueFactory = _ => "", Description = "Unit of the administration." };
        var culture = new Option<string>("--culture") { DefaultValueFactory = _ => "de", Description = "Language of mails: de or en." };
        var roles = new Option<Role[]>("--role") { AllowMultipleArgumentsPerToken = true, Description = "Roles from today on." };
        var password = new Option<string?>("--password") { Description = "Password; made up and printed when left out." };
        var command = new Command("create", "Creates a person who can sign in.") { name, fullName, email, unit, culture, roles, password, JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            var given = parse.GetValue(password);
            var chosen = given ?? Secrets.Readable();
            var request = new CreatePerson(
                parse.GetRequiredValue(name), parse.GetRequiredValue(fullName), parse.GetRequiredValue(email), parse.GetValue(unit) ?? "",
                parse.GetValue(culture) ?? "de", parse.GetValue(roles) ?? [], chosen);
            return await host.SendAsync(
                request, parse, _ => parse.Write(new { Name = request.UserName, Password = given is null ? chosen : null }, [given is null ? $"password: {chosen}" : "created"]), ct);
        });
        return command;
    }
}
