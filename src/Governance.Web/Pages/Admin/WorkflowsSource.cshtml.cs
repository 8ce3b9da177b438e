using System.Globalization;
using System.Text;
using Governance.Processes;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>The JSON of a version, or of the draft, as a file.</summary>
public sealed class WorkflowsSourceModel(IMediator mediator) : PageModel
{
    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, int? version, CancellationToken ct)
    {
        var name = version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{id}-{number}.json") : $"{id}-draft.json";
        var source = await mediator.Send(new GetDefinitionSource(id ?? "", version), ct);
        return source.Error is { } error ? this.Refused(error) : File(Encoding.UTF8.GetBytes(source.Value), "application/json", name);
    }
}
