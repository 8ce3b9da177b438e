using Governance.Audit;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Admin.People;

/// <summary>One person: roles, seats, access, and what was done to them.</summary>
public sealed class ShowModel(IMediator mediator, CommandScope scope, TimeProvider clock, TextCatalog texts) : PersonPage(mediator)
{
    /// <summary>Where a new password waits for the one page that shows it.</summary>
    internal const string PasswordKey = "NewPassword";

    /// <summary>What was done, newest first.</summary>
    public IReadOnlyList<AuditLine> Entries { get; private set; } = [];

    /// <summary>A password that was just made, shown this once.</summary>
    public string? NewPassword { get; private set; }

    /// <summary>True when the actor may change people.</summary>
    public bool MayChange => scope.Actor.Is(Role.Administrator);

    /// <summary>True on the actor's own page: roles, lock and password are somebody else's to change.</summary>
    public bool IsOwn => scope.Actor.PersonId == Id;

    /// <summary>True when the role can still be given a last day.</summary>
    public bool MayEnd(AppointmentLine appointment) =>
        MayChange && !IsOwn && !(appointment.Until < BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime));

    /// <summary>Shows the person.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        NewPassword = TempData[PasswordKey] as string;

        // Neither a cache nor the way back may show it again.
        if (NewPassword is not null)
            Response.Headers.CacheControl = "no-store";
        return await ReadAsync(ct) ?? Page();
    }

    /// <summary>Ends the lock.</summary>
    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var unlocked = await Mediator.Send(new UnlockPerson(Person.UserName), ct);
        if (unlocked.Error is { } error)
            return this.Refused(error);
        this.Done(texts["People.Unlock.Done"]);
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        if (await ReadPersonAsync(ct) is { } refused)
            return refused;
        var entries = await Mediator.Send(new ListAuditEntries(Id), ct);
        Entries = entries.IsSuccess ? entries.Value : [];
        return null;
    }
}
