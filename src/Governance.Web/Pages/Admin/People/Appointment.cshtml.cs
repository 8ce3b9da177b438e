using Governance.Deadlines;
using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin.People;

/// <summary>An administrator gives a role, or its last day to one that was given.</summary>
public sealed class AppointmentModel(IMediator mediator, Access access, TimeProvider clock, TextCatalog texts) : PageModel
{
    /// <summary>Whose.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Id of the appointment, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Appointment { get; set; } = "";

    /// <summary>What; fixed once it is given.</summary>
    [BindProperty]
    public Role? Role { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>True for a new one.</summary>
    public bool IsNew => Appointment == "new";

    /// <summary>The person.</summary>
    public PersonDetails Person { get; private set; } = null!;

    /// <summary>The appointment that is ended, or null for a new one.</summary>
    public AppointmentLine? Line => Guid.TryParse(Appointment, out var id) ? Person.Appointments.FirstOrDefault(one => one.Id == id) : null;

    /// <summary>Roles to choose from.</summary>
    public IReadOnlyList<Choice> Roles => [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), texts[$"Account.Role.{role}"]))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        (From, Until) = (BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime), Line?.Until);
        return Page();
    }

    /// <summary>Saves it; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (!ModelState.IsValid)
            return Page();
        var error = Line is { } line
            ? (await mediator.Send(new EndAppointment(line.Id, Until ?? default), ct)).Error
            : (await mediator.Send(New(), ct)).Error;
        if (error is not null)
            return this.Refused(error);
        this.Done(texts["People.Roles.Saved"]);
        return RedirectToPage("Show", new { id = Id });
    }

    private AddAppointment New() => new(Id, Role ?? (Role)(-1), From ?? default, Until);

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(New(), ct))
            return this.Refused(AccessErrors.Forbidden(nameof(AddAppointment)));
        var person = await mediator.Send(new GetPerson(Id), ct);
        if (person.Error is { } error)
            return this.Refused(error);
        Person = person.Value;
        return IsNew || Line is not null ? null : NotFound();
    }
}
