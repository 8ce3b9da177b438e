using System.Diagnostics;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages;

/// <summary>
/// What went wrong, in plain words with a next step. The cause stays in the log: the page shows the number under which it
/// stands there.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(TextCatalog texts, PlainShell plain) : PageModel
{
    /// <summary>Title of the page.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What happened.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>What the user can do now.</summary>
    public string NextStep { get; private set; } = "";

    /// <summary>Number of the request in the log; only where somebody will have to look.</summary>
    public string? Reference { get; private set; }

    /// <summary>Shows the page for a status code, whatever the method of the failed request was.</summary>
    public async Task OnGetAsync(int code) => await ShowAsync(code);

    /// <inheritdoc cref="OnGetAsync" />
    public async Task OnPostAsync(int code) => await ShowAsync(code);

    private async Task ShowAsync(int code)
    {
        // Not every failure is ours: a request that could not be read ends here too.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
            code = Response.StatusCode;
        var kind = code switch
        {
            400 => "BadRequest", 401 or 403 => "Forbidden", 404 or 405 or 410 => "NotFound", 429 => "TooMany", 503 => "Unavailable", >= 500 => "Failure", _ => "BadRequest"
        };
        Heading = texts[$"Ui.Error.{kind}.Title"];
        Explanation = texts[$"Ui.Error.{kind}.What"];
        NextStep = texts[$"Ui.Error.{kind}.Next"];
        if (code < 500) return;
        if (code == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = LostDatabase.RetryAfter;
        Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        // Whatever failed may be what the shell reads from: an error page must not fail again.
        ViewData["Surroundings"] = await plain.ReadAsync(HttpContext.RequestAborted);
    }
}
