using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Admin.People;

/// <summary>The last step before somebody is locked out.</summary>
public sealed class LockModel(IMediator mediator, Access access, TextCatalog texts) : PersonPage(mediator)
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadPersonAsync(ct) is { } refused)
            return refused;
        if (!await access.CanAsync(new LockPerson(Person.UserName), ct))
            return StatusCode(StatusCodes.Status403Forbidden);
        return Person.LockedUntil is null ? Page() : RedirectToPage("Show", new { id = Id });
    }

    /// <summary>Locks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadPersonAsync(ct) is { } refused)
            return refused;
        var done = await Mediator.Send(new LockPerson(Person.UserName), ct);
        if (done.Error is { } error)
            return this.Refused(error);
        this.Done(texts["People.Lock.Done"]);
        return RedirectToPage("Show", new { id = Id });
    }
}
