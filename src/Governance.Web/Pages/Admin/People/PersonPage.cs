using Governance.People;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin.People;

/// <summary>A page about one person.</summary>
public abstract class PersonPage(IMediator mediator) : PageModel
{
    /// <summary>Whose page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public PersonDetails Person { get; private set; } = null!;

    /// <summary>Sends use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>Reads the person; the answer to give instead when nobody may or there is none.</summary>
    protected async Task<IActionResult?> ReadPersonAsync(CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(Id), ct);
        if (person.Error is { } error)
            return this.Refused(error);
        Person = person.Value;
        return null;
    }
}
