using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Bodies;

/// <summary>The bodies of the city.</summary>
public sealed class IndexModel(IMediator mediator, CommandScope scope) : PageModel
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<BodyLine> Bodies { get; private set; } = [];

    /// <summary>True when the actor may add bodies.</summary>
    public bool MayCreate => scope.Actor.Is(Role.Administrator);

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListBodies(), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Bodies = result.Value;
        return Page();
    }
}
