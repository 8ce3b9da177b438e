using Governance.People;
using Governance.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Admin.People;

/// <summary>The last step before somebody's password stops being theirs.</summary>
public sealed class PasswordModel(IMediator mediator, Access access) : PersonPage(mediator)
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadPersonAsync(ct) is { } refused)
            return refused;
        return await access.CanAsync(new ResetPassword(Id), ct) ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Makes a new password, which the person's page shows once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadPersonAsync(ct) is { } refused)
            return refused;
        var made = await Mediator.Send(new ResetPassword(Id), ct);
        if (made.Error is { } error)
            return this.Refused(error);
        TempData[ShowModel.PasswordKey] = made.Value.Password;
        return RedirectToPage("Show", new { id = Id });
    }
}
