using System.Globalization;
using Governance.Funding;
using Governance.Inbox;
using Governance.Objections;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Web.Pages.Inbox;

/// <summary>One task with all facts that its answer needs, and the answers.</summary>
public sealed class TaskModel(IMediator mediator, TextCatalog texts) : PageModel
{
    private const int LongestComment = 4000;

    /// <summary>The task.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The answer's button.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>Reasons; some answers need them.</summary>
    [BindProperty]
    public string? Comment { get; set; }

    /// <summary><c>draft</c> to keep what was written for later, <c>sure</c> once a final answer was confirmed, <c>back</c> to change it.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>The answer that ends the case and is to be confirmed, or null.</summary>
    public TaskAnswer? Asks { get; private set; }

    /// <summary>What was typed, to be sent again with the confirmation.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        Request.Form.Where(one => one.Key == nameof(Comment) || one.Key.StartsWith(TaskFields.Prefix, StringComparison.Ordinal)).Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()));

    /// <summary>What was typed when somebody else was faster, fields and reasons: the writer keeps it.</summary>
    public IReadOnlyList<string> Unsent => (Item.IsOpen && Item.IsMine) || !HttpMethods.IsPost(Request.Method)
        ? []
        : [.. Item.Form.Fields.Select(asked => (asked.Label, Typed: TaskFields.Typed(Request.Form, asked))).Where(one => one.Typed.Length > 0)
                .Select(one => texts["Inbox.Given", one.Label.In(CultureInfo.CurrentUICulture), one.Typed]),
            .. string.IsNullOrWhiteSpace(Comment) ? [] : new[] { Comment }];

    /// <summary>What stands in a field: what the reader kept for later, or what the process suggests.</summary>
    public string? ValueOf(TaskField field) => (Item.Draft?.Data ?? (IReadOnlyDictionary<string, string?>)Item.Form.Suggested!).GetValueOrDefault(field.Name);

    /// <summary>What is asked.</summary>
    public TaskDetails Item { get; private set; } = null!;

    /// <summary>What stands in the proposal.</summary>
    public ProposalFacts Facts { get; private set; } = null!;

    /// <summary>The question in the reader's language.</summary>
    public string Question => Item.Form.Question.In(CultureInfo.CurrentUICulture);

    /// <summary>Why it is here.</summary>
    public string Why => TaskWhy.Render(Item.Why, CultureInfo.CurrentUICulture);

    /// <summary>Where it is done when not here: ballot or proposal; null when here.</summary>
    public string? Elsewhere => Item switch
    {
        { Kind: TaskKind.Vote or TaskKind.Ballot, BallotId: { } ballot, DeputyFor: null } => $"/ballots/{ballot}",
        { Kind: TaskKind.Correction } => $"/proposals/{Item.ProposalId}/edit/1",
        _ => null,
    };

    /// <summary>The sentence about who was faster, when, and with what.</summary>
    public string ClosedSentence => Item.ClosedAt is not { } at ? "" : (Item.ClosedBy, Item.Answer) switch
    {
        (null, _) => texts["Inbox.ClosedByProcess", Moment(at)],
        ({ } by, null) => texts["Inbox.ClosedBy", by, Moment(at)],
        ({ } by, { } answer) => texts["Inbox.ClosedWith", by, Moment(at), answer.In(CultureInfo.CurrentUICulture)],
    };

    /// <summary>Shows it; the first time is kept.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        Comment = Item.Draft?.Comment;
        if (Item is { IsOpen: true, IsMine: true } && await mediator.Send(new MarkTaskSeen(Id), ct) is { Error: { } error })
            return this.Refused(error);
        return Page();
    }

    /// <summary>Answers it, or keeps what was written for later.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Dictionary<string, string?>? data = null;
        if (TaskFields.AreIn(Request.Form))
        {
            if (await ReadAsync(ct) is { } unread)
                return unread;
            data = TaskFields.Read(Request.Form, Item.Form.Fields, ModelState, texts);
            if (!ModelState.IsValid)
            {
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            }
        }

        if (Step == "draft")
            return await FinishAsync(await mediator.Send(new SaveTaskDraft(Id, Comment, data), ct), texts["Inbox.DraftSaved"], RedirectToPage(new { Id }), ct);
        if (Step != "sure" && await AsksAsync(ct) is { } page)
            return page;
        var result = await mediator.Send(new CompleteTask(Id, Outcome ?? "", Comment, data), ct);
        if (result.Error is { } error)
            return await RefuseAsync(await mediator.OrMissingAsync(error, new TaskExists(Id), ct), ct);
        if (await ReadAsync(ct) is { } refused)
            return refused;
        this.Done(Item.Answer is { } answer
            ? texts["Inbox.Answered", Item.Content.Title, answer.In(CultureInfo.CurrentUICulture)]
            : texts.Count("Inbox.Acknowledged", 1));
        return RedirectToPage("/Inbox/Index");
    }

    /// <summary>Takes it back from, or gives it back to, who it was handed on to or by.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        await FinishAsync(await mediator.Send(new TakeBackTask(Id), ct), texts["Inbox.TakenBack"], RedirectToPage("/Inbox/Index"), ct);

    // Nobody ends a case by a slip of the mouse. Whatever would be refused anyway is refused first.
    private async Task<IActionResult?> AsksAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } refused)
            return refused;
        if (Step == "back")
            return Page();
        Asks = Item is { IsOpen: true, IsMine: true } ? Item.Form.Answers.FirstOrDefault(answer => answer.IsFinal && answer.Outcome == Outcome) : null;
        if ((Asks is { NeedsComment: true } && string.IsNullOrWhiteSpace(Comment)) || Comment?.Length > LongestComment)
            Asks = null;
        return Asks is null ? null : Page();
    }

    private async Task<IActionResult> FinishAsync(Result<Done> result, string sentence, IActionResult next, CancellationToken ct)
    {
        if (result.Error is { } error)
            return await RefuseAsync(await mediator.OrMissingAsync(error, new TaskExists(Id), ct), ct);
        this.Done(sentence);
        return next;
    }

    private async Task<IActionResult> RefuseAsync(Error error, CancellationToken ct)
    {
        // At the field stands the rule itself, not just that something is missing.
        var refused = this.Refused(error.Code == "task.needs-reasons"
            ? error with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [nameof(Comment)] = [error with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) }] } }
            : error);
        if (refused is not PageResult)
            return refused;
        if (await ReadAsync(ct) is { } other)
            return other;
        Response.StatusCode = ErrorStatus.Of(error.Code);
        return refused;
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken ct)
    {
        var result = await mediator.SendOrMissAsync(new GetTask(Id), new TaskExists(Id), ct);
        if (result.Error is { } error)
            return this.Refused(error);
        Item = result.Value;

        // Deputies may answer without seeing the whole proposal; then its files are not theirs either.
        var proposal = await mediator.Send(new GetProposal(Item.ProposalId), ct);
        Facts = new(Item.ProposalId, Item.Content, Item.RouteReason, Item.Earlier, Item.Resolutions, proposal.IsSuccess ? proposal.Value.Attachments : [])
        {
            Objections = await mediator.Send(new GetObjections(Item.ProposalId), ct) is { IsSuccess: true } objections ? objections.Value.Raised : [],
            BudgetCover = await mediator.Send(new GetCover(Item.ProposalId), ct) is { IsSuccess: true } cover ? cover.Value : [],
        };
        return null;
    }

    private static string Moment(DateTime utc) => Ui.Format.Berlin.Local(utc).ToString("dd.MM.yyyy, HH:mm", CultureInfo.CurrentCulture);
}
