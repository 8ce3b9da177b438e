using Governance.People;
using Governance.Persistence;
using Governance.Web.Texts;
using Governance.Web.Ui.Shell;

namespace Governance.Web.SignIn;

/// <summary>The surroundings of a page for who is signed in: name, roles, menu, the way out.</summary>
public sealed class PersonShell(PlainShell plain, CommandScope scope, TextCatalog texts) : IShell
{
    /// <inheritdoc />
    public async ValueTask<Surroundings> ReadAsync(CancellationToken cancellationToken)
    {
        var around = await plain.ReadAsync(cancellationToken);
        if (!scope.Actor.IsPerson)
            return around;
        var roles = string.Join(", ", scope.Actor.Roles.Order().Select(role => texts["Account.Role." + role]));
        return around with
        {
            Account = new(scope.Actor.Name, roles, [.. Menu()], "/account/sign-out"),
        };
    }

    private IEnumerable<NavigationEntry> Menu()
    {
        yield return new("/account/password", texts["Account.Password.Title"]);
        if (!scope.Actor.Is(Role.Administrator))
            yield break;
        yield return new("/admin/mail", texts["Admin.Mail.Title"]);
        yield return new("/admin/jobs", texts["Admin.Jobs.Title"]);
    }
}
