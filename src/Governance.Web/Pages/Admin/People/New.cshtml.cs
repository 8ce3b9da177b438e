using Governance.People;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Admin.People;

/// <summary>An administrator creates a person, with a first password that is shown once.</summary>
public sealed class NewModel(IMediator mediator, Access access, ErrorTexts errors, TextCatalog texts) : PersonForm(texts)
{
    /// <summary>Sign-in name.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>Roles from today on.</summary>
    [BindProperty]
    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Roles to choose from.</summary>
    public IReadOnlyList<Choice> Choices => [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), Texts[$"Account.Role.{role}"]))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Culture = "de";
        return await access.CanAsync(Create(""), ct) ? Page() : this.Refused(AccessErrors.Forbidden(nameof(CreatePerson)));
    }

    /// <summary>Creates the person; what was typed stays when it is refused.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await access.CanAsync(Create(""), ct))
            return this.Refused(AccessErrors.Forbidden(nameof(CreatePerson)));
        if (!ModelState.IsValid)
            return Page();
        var password = Secrets.Readable();
        var created = await mediator.Send(Create(password), ct);
        if (created.Error is { Code: "person.user-name-taken" } taken)
        {
            ModelState.AddModelError(nameof(UserName), errors.Sentence(taken));
            return Page();
        }

        if (created.Error is { } error)
            return this.Refused(error);
        TempData[ShowModel.PasswordKey] = password;
        return RedirectToPage("Show", new { id = created.Value });
    }

    private CreatePerson Create(string password) => new(UserName?.Trim() ?? "", FullName ?? "", Email ?? "", Unit ?? "", Culture ?? "", Roles, password);
}
