using Governance.Audit;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin.People;

/// <summary>One person: roles, seats, access, and what was done to them.</summary>
public sealed class ShowModel(IMediator mediator, CommandScope scope, TimeProvider clock, TextCatalog texts) : PageModel
{
    /// <summary>Where a new password waits for the one page that shows it.</summary>
    internal const string PasswordKey = "NewPassword";

    /// <summary>Whose page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public PersonDetails Person { get; private set; } = null!;

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

    /// <summary>Locks the access.</summary>
    public Task<IActionResult> OnPostLockAsync(CancellationToken ct) => ChangeAsync(() => mediator.Send(new LockPerson(Person.UserName), ct), _ => this.Done(texts["People.Lock.Done"]), ct);

    /// <summary>Ends the lock.</summary>
    public Task<IActionResult> OnPostUnlockAsync(CancellationToken ct) => ChangeAsync(() => mediator.Send(new UnlockPerson(Person.UserName), ct), _ => this.Done(texts["People.Unlock.Done"]), ct);

    /// <summary>Makes a new password.</summary>
    public Task<IActionResult> OnPostPasswordAsync(CancellationToken ct) => ChangeAsync(() => mediator.Send(new ResetPassword(Id), ct), made => TempData[PasswordKey] = made.Password, ct);

    private async Task<IActionResult> ChangeAsync<T>(Func<Task<Result<T>>> change, Action<T> done, CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var result = await change();
        if (result.Error is { } error)
            return this.Refused(error);
        done(result.Value);
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(Id), ct);
        if (person.Error is { } error)
            return this.Refused(error);
        Person = person.Value;
        var entries = await mediator.Send(new ListAuditEntries(Id), ct);
        Entries = entries.IsSuccess ? entries.Value : [];
        return null;
    }
}
