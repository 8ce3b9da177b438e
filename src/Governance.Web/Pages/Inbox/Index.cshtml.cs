using System.Globalization;
using Governance.Inbox;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Inbox;

/// <summary>My open tasks: overdue, today, this week, later; several opened notices at once.</summary>
public sealed class IndexModel(IMediator mediator, TextCatalog texts) : PageModel
{
    /// <summary>Only tasks of this kind; everything else shows all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Where the last page ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The notices that were ticked.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Tasks { get; set; } = [];

    /// <summary>The tasks of this page.</summary>
    public InboxPage List { get; private set; } = new([], new Dictionary<TaskKind, int>(), null);

    /// <summary>The tasks by group, in the order of their urgency.</summary>
    public IEnumerable<IGrouping<InboxGroup, InboxItem>> Groups => List.Items.GroupBy(item => item.Group).OrderBy(group => group.Key);

    /// <summary>Open tasks of every kind.</summary>
    public int Total => List.Counts.Values.Sum();

    /// <summary>The kind that is filtered by, or null.</summary>
    public TaskKind? Only => Enum.TryParse<TaskKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>Whose tasks stand here too.</summary>
    public string Deputised => string.Join(", ", List.Items.Select(item => item.DeputyFor).OfType<string>().Distinct(StringComparer.CurrentCulture));

    /// <summary>Notices on this page.</summary>
    public bool HasNotices => List.Items.Any(item => item.Kind == TaskKind.Notice);

    /// <summary>Notices on this page that were opened, so that they can be ticked.</summary>
    public bool HasOpenedNotices => List.Items.Any(CanTick);

    /// <summary>How many, and how many of them press.</summary>
    public string Lede
    {
        get
        {
            var over = List.Items.Count(item => item.Group == InboxGroup.Overdue);
            var today = List.Items.Count(item => item.Group == InboxGroup.Today);
            var whole = Only is null && string.IsNullOrEmpty(Cursor);
            return string.Join(" ", new[]
            {
                texts.Count("Inbox.Open", Total),
                whole && over > 0 ? texts.Count("Inbox.OverdueCount", over) : null,
                whole && today > 0 ? texts.Count("Inbox.TodayCount", today) : null,
            }.OfType<string>());
        }
    }

    /// <summary>Only what was opened can be acknowledged unread.</summary>
    public static bool CanTick(InboxItem item) => item is { Kind: TaskKind.Notice, Seen: true };

    /// <summary>The one thing that stands out: a vote that cannot wait.</summary>
    public static string ButtonKind(InboxItem item) => item is { Kind: TaskKind.Vote, Group: InboxGroup.Today or InboxGroup.Overdue, DeputyFor: null } ? "primary" : "secondary";

    /// <summary>Why it is here, in the reader's language.</summary>
    public static string Why(InboxItem item) => TaskWhy.Render(item.Why, CultureInfo.CurrentUICulture);

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListInbox(Only, Cursor), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        List = result.Value;
        return Page();
    }

    /// <summary>Takes note of what was ticked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Tasks.Count == 0)
        {
            ModelState.AddModelError("", texts["Inbox.NothingTicked"]);
            return await OnGetAsync(ct);
        }

        var result = await mediator.Send(new AcknowledgeNotices(Tasks), ct);
        if (result.Error is { } error)
        {
            var refused = this.Refused(error);
            return refused is PageResult ? await OnGetAsync(ct) : refused;
        }

        this.Done(texts.Count("Inbox.Acknowledged", result.Value));
        return RedirectToPage(new { Kind });
    }
}
