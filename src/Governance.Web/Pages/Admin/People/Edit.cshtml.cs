using Governance.People;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Admin.People;

/// <summary>An administrator corrects what is known of a person.</summary>
public sealed class EditModel(IMediator mediator, Access access, TextCatalog texts) : PersonForm(texts)
{
    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The stamp that is shown.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>The name as it is stored.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var person = await ReadAsync(ct);
        if (person.Error is { } error)
            return this.Refused(error);
        (FullName, Email, Unit, Culture, Stamp) = (person.Value.FullName, person.Value.Email, person.Value.Unit, person.Value.Culture, person.Value.Stamp);
        return Page();
    }

    /// <summary>Saves it; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if ((await ReadAsync(ct)).Error is { } unknown)
            return this.Refused(unknown);
        var changed = await mediator.Send(Change(), ct);
        if (changed.Error is { } error)
            return this.Refused(error);
        this.Done(Texts["People.Changed"]);
        return RedirectToPage("Show", new { id = Id });
    }

    private async Task<Result<PersonDetails>> ReadAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(Change(), ct))
            return AccessErrors.Forbidden(nameof(ChangePerson));
        var person = await mediator.Send(new GetPerson(Id), ct);
        Name = person.IsSuccess ? person.Value.FullName : "";
        return person;
    }

    private ChangePerson Change() => new(Id, FullName ?? "", Email ?? "", Unit ?? "", Culture ?? "", Stamp ?? "");
}
