using System.Globalization;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using Governance.Web.Ui.Fields;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Inbox;

/// <summary>My open tasks: overdue, today, this week, later; several opened notices at once.</summary>
public sealed class IndexModel(IMediator mediator, Access access, CommandScope scope, TextCatalog texts, TimeProvider clock) : PageModel
{
    /// <summary>The filter in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public InboxQuery Query { get; set; } = new();

    /// <summary>Where the last page ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The notices that were ticked.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Tasks { get; set; } = [];

    /// <summary>The tasks of this page.</summary>
    public InboxPage List { get; private set; } = new([], new Dictionary<TaskKind, int>(), new Dictionary<InboxGroup, int>(), null);

    /// <summary>What was handed on and is still open; on the first page only.</summary>
    public IReadOnlyList<DelegatedTask> Delegated { get; private set; } = [];

    /// <summary>True for who may enter a deputy.</summary>
    public bool CanDeputise { get; private set; }

    /// <summary>The tasks by group, in the order of their urgency.</summary>
    public IEnumerable<IGrouping<InboxGroup, InboxItem>> Groups => List.Items.GroupBy(item => item.Group).OrderBy(group => group.Key);

    /// <summary>Open tasks of every kind.</summary>
    public int Total => List.Counts.Values.Sum();

    /// <summary>The filter for the use case.</summary>
    public InboxFilter Filter => Query.ToFilter(BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime));

    /// <summary>True when the reader deputises somebody today.</summary>
    public bool IsDeputy => scope.Actor.DeputyFor.Count > 0;

    /// <summary>When something is due.</summary>
    public IReadOnlyList<Choice> DueChoices => [.. DueWords.All.Select(due => new Choice(due.Word, texts[$"Inbox.Group.{due.Group}"]))];

    /// <summary>The life areas.</summary>
    public IReadOnlyList<Choice> AreaChoices => [.. LifeAreaCodes.All.Select(code => new Choice(code, Words.LifeArea(code)))];

    /// <summary>The bodies.</summary>
    public IReadOnlyList<Choice> BodyChoices { get; private set; } = [];

    /// <summary>The filters that are on, each with the way to take it off; the kind has its own row.</summary>
    public IReadOnlyList<FilterChip> Chips => [.. new[]
    {
        Chip(Query.Text, text => texts["Inbox.Quote", text], Query with { Text = null }),
        Chip(Query.Due, due => DueChoices.FirstOrDefault(choice => choice.Value.Equals(due, StringComparison.OrdinalIgnoreCase))?.Label ?? texts["Inbox.Filter.Until", due], Query with { Due = null }),
        Chip(Query.Area, Words.LifeArea, Query with { Area = null }),
        Chip(Query.Body, body => BodyChoices.FirstOrDefault(choice => choice.Value == body)?.Label ?? body, Query with { Body = null }),
        Chip(Filter.DeputisedOnly ? "true" : null, _ => texts["Inbox.Filter.Deputised"], Query with { Deputised = null }),
    }.OfType<FilterChip>()];

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
            var (over, today) = (List.Groups.GetValueOrDefault(InboxGroup.Overdue), List.Groups.GetValueOrDefault(InboxGroup.Today));
            var whole = Query is { Only: null, IsNarrowed: false };
            return string.Join(" ", new[]
            {
                texts.Count("Inbox.Open", Total),
                whole && over > 0 ? texts.Count("Inbox.OverdueCount", over) : null,
                whole && today > 0 ? texts.Count("Inbox.TodayCount", today) : null,
            }.OfType<string>());
        }
    }

    /// <summary>How many tasks a group has on all pages; never fewer than are shown, should one have come between the two questions.</summary>
    public int CountIn(IGrouping<InboxGroup, InboxItem> group) => Math.Max(List.Groups.GetValueOrDefault(group.Key), group.Count());

    /// <summary>Only what was opened can be acknowledged unread.</summary>
    public static bool CanTick(InboxItem item) => item is { Kind: TaskKind.Notice, Seen: true };

    /// <summary>The one thing that stands out: a vote that cannot wait.</summary>
    public static string ButtonKind(InboxItem item) => item is { Kind: TaskKind.Vote, Group: InboxGroup.Today or InboxGroup.Overdue, DeputyFor: null } ? "primary" : "secondary";

    /// <summary>Why it is here, in the reader's language.</summary>
    public static string Why(InboxItem item) => TaskWhy.Render(item.Why, CultureInfo.CurrentUICulture);

    /// <summary>Reads them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var result = await mediator.Send(new ListInbox(Filter, Cursor), ct);
        if (result.Error is { } error)
            return this.FromTheStart(error) ?? this.Refused(error);
        List = result.Value;
        if (await mediator.Send(new ListBodyNames(), ct) is { IsSuccess: true } bodies)
            BodyChoices = [.. bodies.Value.Select(body => new Choice(body.Code, body.Name.In(CultureInfo.CurrentUICulture)))];
        CanDeputise = await access.CanAsync(new ListColleagues(), ct);
        if (string.IsNullOrEmpty(Cursor) && await mediator.Send(new ListDelegatedTasks(), ct) is { IsSuccess: true } delegated)
            Delegated = delegated.Value;
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
        return LocalRedirect(Query.Address());
    }

    private static FilterChip? Chip(string? value, Func<string, string> label, InboxQuery without) => string.IsNullOrEmpty(value) ? null : new(label(value), without.Address());
}
