using System.Globalization;
using Governance.Funding;
using Governance.Inbox;
using Governance.Office;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages;

/// <summary>A way on from the start page.</summary>
public sealed record NextStep(string Href, string Label, string Note);

/// <summary>Start for the role: what is most urgent, one's own proposals, the pipeline for the office, ways on.</summary>
public sealed class IndexModel(IMediator mediator, CommandScope scope, Access access, TextCatalog texts, TimeProvider clock) : PageModel
{
    private const int Urgent = 3;

    /// <summary>The most urgent tasks.</summary>
    public IReadOnlyList<InboxItem> Tasks { get; private set; } = [];

    /// <summary>How many are open.</summary>
    public int Open { get; private set; }

    /// <summary>Own proposals and the pipeline.</summary>
    public StartView View { get; private set; } = new([], [], []);

    /// <summary>Ways on, by what the person may do.</summary>
    public IReadOnlyList<NextStep> Steps { get; private set; } = [];

    /// <summary>Who is here.</summary>
    public string Name => scope.Actor.Name;

    /// <summary>The instant of the page (UTC).</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>What is open, in one sentence.</summary>
    public string Lede => Open == 0 ? texts["Home.Lede.None"] : texts.Count("Home.Lede", Open);

    /// <summary>May draft proposals.</summary>
    public bool IsOwner => scope.Actor.Is(Role.ProjectOwner);

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var inbox = await mediator.Send(new ListInbox(Limit: Urgent), ct);
        if (inbox.Error is { } refused)
            return this.Refused(refused);
        var start = await mediator.Send(new GetStart(), ct);
        if (start.Error is { } error)
            return this.Refused(error);
        (Tasks, Open, View, Steps) = (inbox.Value.Items, inbox.Value.Counts.Values.Sum(), start.Value, [.. await StepsAsync(ct)]);
        return Page();
    }

    /// <summary>Where a task is done: votes on the ballot's page.</summary>
    public static string HrefOf(InboxItem task) => task is { Kind: TaskKind.Vote, BallotId: { } ballot } ? $"/ballots/{ballot}" : $"/inbox/{task.Id}";

    /// <summary>Why it landed here.</summary>
    public static string WhyOf(InboxItem task) => TaskWhy.Render(task.Why, CultureInfo.CurrentUICulture);

    private async Task<List<NextStep>> StepsAsync(CancellationToken ct)
    {
        List<NextStep> steps = [];
        if (await access.CanAsync(new GetControlRoom(), ct))
            steps.Add(new("/office", texts["Home.Step.Office"], texts["Home.Step.Office.Note"]));
        if (await access.CanAsync(new GetBudget(), ct))
            steps.Add(new("/budget", texts["Home.Step.Budget"], texts["Home.Step.Budget.Note"]));
        steps.Add(new("/bodies", texts["Home.Step.Bodies"], texts["Home.Step.Bodies.Note"]));
        if (scope.Actor.Is(Role.Administrator))
            steps.Add(new("/admin", texts["Home.Step.Admin"], texts["Home.Step.Admin.Note"]));
        return steps;
    }
}
