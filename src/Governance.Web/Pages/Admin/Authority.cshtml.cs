using Governance.Bodies;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Pages.Bodies;
using Governance.Web.Texts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>The authority table in force with its rules as sentences, and whether it is sound.</summary>
public sealed class AuthorityModel(IMediator mediator, ErrorTexts errors, TextCatalog texts) : PageModel
{
    /// <summary>The table, or null when none is in force.</summary>
    public AuthorityView? Authority { get; private set; }

    /// <summary>What is wrong, as sentences; empty when it is sound.</summary>
    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>Its rules in words.</summary>
    public AuthorityWords Words => new(Authority!, texts);

    /// <summary>Reads and checks it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var check = await mediator.Send(new CheckAuthority(), ct);
        if (check.Error is { } error && ErrorStatus.Of(error.Code) is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            return this.Refused(check.Error);
        var authority = await mediator.Send(new GetAuthority(), ct);
        Authority = authority.IsSuccess ? authority.Value : null;
        Findings = [.. (check.IsSuccess ? check.Value : [check.Error]).Select(errors.Sentence)];
        return Page();
    }
}
