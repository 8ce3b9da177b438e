using Governance.Processes;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>The published workflow definitions.</summary>
public sealed class WorkflowsModel(IMediator mediator) : PageModel
{
    /// <summary>The definitions.</summary>
    public IReadOnlyList<DefinitionLine> Definitions { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListDefinitions(), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Definitions = result.Value;
        return Page();
    }
}
