using Governance.People;
using Governance.Persistence;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.SignIn;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Account;

/// <summary>A new password for the signed-in person.</summary>
public sealed class PasswordModel(IMediator mediator, Sessions sessions, CommandScope scope, ErrorTexts errors, TextCatalog texts) : PageModel
{
    /// <summary>The present one.</summary>
    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The new one.</summary>
    [BindProperty]
    public string? New { get; set; }

    /// <summary>The new one again, against slips.</summary>
    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (New != Repeated)
        {
            ModelState.AddModelError(nameof(Repeated), errors.Sentence(Error.Of("password.not-repeated")));
            return Page();
        }

        var result = await mediator.Send(new ChangePassword(Current ?? "", New ?? ""), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        await sessions.RenewAsync(scope.Actor.PersonId, result.Value.Stamp);
        this.Done(texts["Account.Password.Done"]);
        return RedirectToPage();
    }
}
