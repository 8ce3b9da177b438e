using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>Ways into administration, each for who may go there.</summary>
public sealed class IndexModel(Access access, CommandScope scope, TextCatalog texts) : PageModel
{
    /// <summary>The ways.</summary>
    public IReadOnlyList<NextStep> Ways { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(new ListDefinitions(), ct))
            return this.Refused(AccessErrors.Forbidden(nameof(ListDefinitions)));
        List<NextStep> ways =
        [
            new("/admin/workflows", texts["Office.Workflows.Title"], texts["Home.Admin.Workflows"]),
            new("/admin/authority", texts["Bodies.Authority.Title"], texts["Home.Admin.Authority"]),
        ];
        if (scope.Actor.Is(Role.Administrator))
        {
            ways.Add(new("/admin/mail", texts["Admin.Mail.Title"], texts["Admin.Mail.Lede"]));
            ways.Add(new("/admin/jobs", texts["Admin.Jobs.Title"], texts["Home.Admin.Jobs"]));
        }

        Ways = ways;
        return Page();
    }
}
