using System.Globalization;
using Governance.Notifications;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Admin;

/// <summary>What left, what waits and what the mail server said.</summary>
public sealed class MailModel(IMediator mediator, TextCatalog texts) : PageModel
{
    private const int Lines = 50;

    /// <summary>True when only unsent ones are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<MailLine> Mails { get; private set; } = [];

    /// <summary>Where the next page begins, or null on the last.</summary>
    public long? Older => Mails.Count == Lines ? Mails[^1].Sequence : null;

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListMails(Waiting, Before, Lines), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Mails = result.Value;
        return Page();
    }

    /// <summary>What a mail is about; a template of the city's own shows as itself.</summary>
    public string Occasion(string template) => texts.Has($"Admin.Mail.Template.{template}") ? texts[$"Admin.Mail.Template.{template}"] : template;

    /// <summary>An instant in the city's time.</summary>
    public string Shown(DateTime utc) => Berlin.Local(utc).ToString("dd.MM.yyyy, HH:mm", CultureInfo.CurrentCulture);
}
