using System.Globalization;
using Governance.Inbox;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Inbox;

/// <summary>Hands a task to somebody who may do it, with a reason.</summary>
public sealed class DelegateModel(IMediator mediator, TextCatalog texts) : PageModel
{
    /// <summary>The task.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Who is to do it.</summary>
    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is asked.</summary>
    public TaskDetails Item { get; private set; } = null!;

    /// <summary>Who may do it.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>The question in the reader's language.</summary>
    public string Question => Item.Form.Question.In(CultureInfo.CurrentUICulture);

    /// <summary>Asks to whom.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await ReadAsync(ct) ?? (Item is { IsOpen: true, Delegation: null } ? Page() : RedirectToPage("/Inbox/Task", new { Id }));

    /// <summary>Hands it on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        var result = await mediator.Send(new DelegateTask(Id, To ?? Guid.Empty, Reason ?? ""), ct);
        if (result.Error is { } error)
        {
            Response.StatusCode = ErrorStatus.Of(error.Code);
            return this.Refused(error);
        }

        this.Done(texts["Inbox.Delegate.Done", Item.Content.Title, People.FirstOrDefault(one => one.Value == $"{To}")?.Label ?? ""]);
        return RedirectToPage("/Inbox/Index");
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var people = await mediator.SendOrMissAsync(new ListTaskReceivers(Id), new TaskExists(Id), ct);
        if (people.Error is { } notMine)
            return this.Refused(notMine);
        var result = await mediator.Send(new GetTask(Id), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Item = result.Value;
        People = [.. people.Value.Select(one => new Choice($"{one.Id}", one.Name, Group: one.Unit.Length > 0 ? one.Unit : null))];
        return null;
    }
}
