using Governance.People;
using Governance.Persistence;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin.People;

/// <summary>Everybody who can sign in, filtered by text, role and lock.</summary>
public sealed class IndexModel(IMediator mediator, CommandScope scope, TextCatalog texts) : PageModel
{
    /// <summary>What is searched.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only holders of this role.</summary>
    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    /// <summary>Only locked ones, or only others.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Locked { get; set; }

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    /// <summary>What was found.</summary>
    public PeoplePage Found { get; private set; } = new(0, []);

    /// <summary>The last page.</summary>
    public int Last => (Found.Total + ListPeople.Lines - 1) / ListPeople.Lines;

    /// <summary>Address of another page of the list.</summary>
    public string PageHref => $"?q={Uri.EscapeDataString(Q ?? "")}&role={Role}&locked={LockedWord}&number={{0}}";

    /// <summary>The choice of <see cref="Locked"/>, as it is sent.</summary>
    public string? LockedWord => Locked switch { true => "true", false => "false", _ => null };

    /// <summary>Roles to choose from.</summary>
    public IReadOnlyList<Choice> Roles => [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), texts[$"Account.Role.{role}"]))];

    /// <summary>Locks to choose from.</summary>
    public IReadOnlyList<Choice> Locks => [new("true", texts["People.Locked"]), new("false", texts["People.Open"])];

    /// <summary>True when the actor may change people.</summary>
    public bool MayChange => scope.Actor.Is(Governance.People.Role.Administrator);

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListPeople(Q ?? "", Role, Locked, Number), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Found = result.Value;
        return Page();
    }
}
