using Governance.Funding;
using Governance.Inbox;
using Governance.Office;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Web.Texts;
using Governance.Web.Ui.Shell;
using MediatR;

namespace Governance.Web.SignIn;

/// <summary>The surroundings of a page for who is signed in: name, roles, menu, navigation, the way out. An entry stands there when
/// the use case behind it would not be refused.</summary>
public sealed class PersonShell(PlainShell plain, CommandScope scope, Access access, IMediator mediator, TextCatalog texts) : IShell
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
            Account = new(scope.Actor.Name, roles, [.. await MenuAsync(cancellationToken)], "/account/sign-out"),
            Navigation = [.. await EntriesAsync(cancellationToken)],
            SearchHref = "/proposals",
        };
    }

    private async Task<List<NavigationEntry>> EntriesAsync(CancellationToken ct)
    {
        var open = await mediator.Send(new CountInbox(), ct);
        List<NavigationEntry> entries =
        [
            new("/inbox", texts["Home.Nav.Inbox"], open is { IsSuccess: true, Value: > 0 } ? open.Value : null, texts["Home.Nav.InboxCount"]),
            new("/proposals", texts["Home.Nav.Proposals"]),
            new("/bodies", texts["Home.Nav.Bodies"]),
        ];
        if (await access.CanAsync(new GetBudget(), ct))
            entries.Add(new("/budget", texts["Home.Nav.Budget"]));
        if (await access.CanAsync(new GetControlRoom(), ct))
            entries.Add(new("/office", texts["Home.Nav.Office"]));
        if (await access.CanAsync(new ListDefinitions(), ct))
            entries.Add(new("/admin", texts["Home.Nav.Admin"]));
        return entries;
    }

    private async Task<List<NavigationEntry>> MenuAsync(CancellationToken ct)
    {
        List<NavigationEntry> entries = [new("/account/password", texts["Account.Password.Title"])];
        if (scope.Actor.DeputyFor.Count > 0 || await access.CanAsync(new ListColleagues(), ct))
            entries.Add(new("/account/deputy", texts["Account.Deputy.Title"]));
        if (scope.Actor.Is(Role.Administrator))
            entries.AddRange([new("/admin/mail", texts["Admin.Mail.Title"]), new("/admin/jobs", texts["Admin.Jobs.Title"])]);
        return entries;
    }
}
