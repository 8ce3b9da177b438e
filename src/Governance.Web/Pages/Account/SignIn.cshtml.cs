using Governance.People;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Limits;
using Governance.Web.SignIn;
using Governance.Web.Ui.Preferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Account;

/// <summary>Name and password; in a demo also the names to choose from.</summary>
public sealed class SignInModel(Sessions sessions, IDemoSignIns demo, GovernanceSettings settings, Rates rates, ErrorTexts texts) : PageModel
{
    /// <summary>The sign-in name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The password; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only addresses of this program count.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The demo's names, or null outside of one.</summary>
    public DemoSignIns? Demo { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken ct) => await ReadDemoAsync(ct);

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), texts.Sentence(Error.Of("input.required")));
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), texts.Sentence(Error.Of("input.required")));
        if (Password?.Length > Passwords.Longest)
            ModelState.AddModelError(nameof(Password), texts.Sentence(Error.Of("sign-in.refused")));
        if (ModelState.IsValid)
        {
            using var lease = rates.SignIn(HttpContext, Name!);
            if (!lease.IsAcquired)
                TooMany.Tell(Response, lease);
            else if (await sessions.BeginAsync(Name!, Password!, ct))
                return LocalRedirect(LocalUrl.OrStart(ReturnUrl));
            ModelState.AddModelError("", texts.Sentence(Error.Of(lease.IsAcquired ? "sign-in.refused" : TooMany.Code)));
        }

        await ReadDemoAsync(ct);
        return Page();
    }

    private async Task ReadDemoAsync(CancellationToken ct) => Demo = settings.Demo ? await demo.ListAsync(ct) : null;
}
