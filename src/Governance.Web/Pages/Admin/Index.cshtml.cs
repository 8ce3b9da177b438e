using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>Ways into administration, each for who may go there.</summary>
public sealed class IndexModel(IMediator mediator, Access access, CommandScope scope, TextCatalog texts) : PageModel
{
    /// <summary>The ways.</summary>
    public IReadOnlyList<NextStep> Ways { get; private set; } = [];

    /// <summary>True when the city has no bodies yet and the actor may found them.</summary>
    public bool LacksBodies { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(new ListDefinitions(), ct))
            return this.Refused(AccessErrors.Forbidden(nameof(ListDefinitions)));
        List<NextStep> ways =
        [
            new("/admin/workflows", texts["Office.Workflows.Title"], texts["Home.Admin.Workflows"]),
            new("/admin/incidents", texts["Admin.Incidents.Title"], texts["Home.Admin.Incidents"]),
            new("/admin/authority", texts["Bodies.Authority.Title"], texts["Home.Admin.Authority"]),
        ];
        if (await access.CanAsync(new ListPeople(), ct))
            ways.Insert(0, new("/admin/people", texts["People.Title"], texts["People.Lede"]));
        if (scope.Actor.Is(Role.Administrator))
        {
            ways.Insert(1, new("/bodies", texts["Bodies.Title"], texts["Home.Admin.Bodies"]));
            ways.Add(new("/admin/mail", texts["Admin.Mail.Title"], texts["Admin.Mail.Lede"]));
            ways.Add(new("/admin/jobs", texts["Admin.Jobs.Title"], texts["Home.Admin.Jobs"]));
        }

        Ways = ways;
        LacksBodies = await access.CanAsync(new FoundCity(), ct) && await mediator.Send(new ListBodies(), ct) is { IsSuccess: true, Value.Count: 0 };
        return Page();
    }

    /// <summary>Founds the standard bodies and the default authority table.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var founded = await mediator.Send(new FoundCity(), ct);
        if (founded.Error is { } error)
        {
            await OnGetAsync(ct);
            return this.Refused(error);
        }

        this.Done(texts["Admin.Found.Done"]);
        return RedirectToPage("/Bodies/Index");
    }
}
