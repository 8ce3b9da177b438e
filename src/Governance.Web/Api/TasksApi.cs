using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.Texts;
using Governance.Web.Pages.Inbox;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/tasks</c>: my open tasks, one with its facts, and the answer to it.</summary>
public static class TasksApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapGet("", ListAsync).Produces<TaskList>().WithSummary("My open tasks, most urgent first; due is a day (that day or earlier), overdue, today, thisWeek or later; q is part of number or title");
        tasks.MapGet("/{id:guid}", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new GetTask(id), new TaskExists(id), ct)).Answer(task => TypedResults.Ok(TaskView.Of(task))))
            .Produces<TaskView>().WithSummary("A task with all facts that its answer needs");
        tasks.MapPost("/{id:guid}/complete", async (Guid id, TaskAnswerBody body, IMediator mediator, CancellationToken ct) =>
                TaskDataBody.Refusal(body.Data) ?? (await mediator.SendOrMissAsync(new CompleteTask(id, body.Outcome ?? "", body.Comment, TaskDataBody.Read(body.Data)), new TaskExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Answers a task with one of its outcomes; data holds the fields that the task names");
        tasks.MapPut("/{id:guid}/draft", async (Guid id, TaskDraftBody body, IMediator mediator, CancellationToken ct) =>
                TaskDataBody.Refusal(body.Data) ?? (await mediator.SendOrMissAsync(new SaveTaskDraft(id, body.Comment, TaskDataBody.Read(body.Data)), new TaskExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Keeps what I have written for later; only I read it");
        TaskDelegationApi.Map(tasks);
    }

    private static async Task<IResult> ListAsync([AsParameters] TaskListQuery query, IMediator mediator, TimeProvider clock, CancellationToken ct)
    {
        var words = query.ToWords();
        if (!string.IsNullOrEmpty(words.Kind) && words.Only is null)
            return new Refusal(Unknown("kind"));
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        if (DueWords.Days(words.Due, today) is null)
            return new Refusal(Unknown("due"));
        var result = await mediator.Send(new ListInbox(words.ToFilter(today), query.Cursor, query.Limit ?? 50), ct);
        return result.Answer(page => TypedResults.Ok(TaskList.Of(page)));
    }

    private static Error Unknown(string field) =>
        Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [field] = [Error.Of("input.unknown")] } };
}

/// <summary>What limits the list, and its page.</summary>
public sealed record TaskListQuery(
    [property: FromQuery(Name = "due")] string? Due, [property: FromQuery(Name = "kind")] string? Kind, [property: FromQuery(Name = "lifeArea")] string? LifeArea,
    [property: FromQuery(Name = "body")] string? Body, [property: FromQuery(Name = "q")] string? Q, [property: FromQuery(Name = "deputised")] bool? Deputised,
    [property: FromQuery(Name = "limit")] int? Limit, [property: FromQuery(Name = "cursor")] string? Cursor)
{
    /// <summary>The same words as in the page's address.</summary>
    internal InboxQuery ToWords() => new() { Due = Due, Kind = Kind, Area = LifeArea, Body = Body, Text = Q, Deputised = Deputised == true ? "true" : null };
}

/// <summary>The answer to a task.</summary>
/// <param name="Outcome">One of those that the task names; for a notice any word.</param>
/// <param name="Comment">Reasons.</param>
/// <param name="Data">The task's fields by name: texts, days (2026-11-23), amounts ("1234.56"), true or false.</param>
public sealed record TaskAnswerBody(string? Outcome, string? Comment, Dictionary<string, JsonElement>? Data);

/// <summary>What is kept for later; nothing written is nothing kept.</summary>
public sealed record TaskDraftBody(string? Comment, Dictionary<string, JsonElement>? Data);

/// <summary>A page of open tasks.</summary>
public sealed record TaskList(IReadOnlyList<TaskLine> Items, IReadOnlyDictionary<string, int> Counts, string? NextCursor)
{
    internal static TaskList Of(InboxPage page) => new(
        [.. page.Items.Select(TaskLine.Of)], page.Counts.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value, StringComparer.Ordinal), page.NextCursor);
}

/// <summary>An open task in a list. <see cref="DueOn"/> is null while a vote waits for its meeting, <see cref="Why"/> is a sentence in the language of the request, <see cref="TotalCost"/> in euro.</summary>
public sealed record TaskLine(
    Guid Id, TaskKind Kind, InboxGroup Group, DateOnly? DueOn, string Why, bool Seen, Guid? BallotId, string? DeputyFor,
    Guid ProposalId, string? Number, string Title, string LifeArea, string TotalCost)
{
    internal static TaskLine Of(InboxItem item) => new(
        item.Id, item.Kind, item.Group, item.DueOn, TaskWhy.Render(item.Why, CultureInfo.CurrentUICulture), item.Seen, item.BallotId, item.DeputyFor,
        item.ProposalId, item.Number, item.Title, item.LifeArea, new Money(item.Cents).ToString());
}

/// <summary>A task with its facts; texts in the language of the request, amounts in euro.</summary>
public sealed record TaskView(
    Guid Id, TaskKind Kind, string Question, IReadOnlyList<AnswerView> Answers, string Why, DateOnly? DueOn, bool IsOpen, Guid? BallotId, string? DeputyFor,
    ProposalView Proposal, IReadOnlyList<string> RouteReasons, IReadOnlyList<EarlierAnswerView> Earlier, DateTime? ClosedAt, string? ClosedBy,
    IReadOnlyList<FieldView> Fields, DelegationView? Delegation, DraftView? Draft, bool IsMine)
{
    internal static TaskView Of(TaskDetails task)
    {
        var culture = CultureInfo.CurrentUICulture;
        return new(
            task.Id, task.Kind, task.Form.Question.In(culture),
            [.. task.Form.Answers.Select(answer => new AnswerView(answer.Outcome, answer.Label.In(culture), answer.Next.In(culture), answer.NeedsComment, answer.IsFinal))],
            TaskWhy.Render(task.Why, culture), task.DueOn, task.IsOpen, task.BallotId, task.DeputyFor,
            ProposalView.Of(task), [.. ReasonJson.ReadAll(task.RouteReason).Select(reason => reason.Render(culture))],
            [.. task.Earlier.Select(answer => new EarlierAnswerView(
                answer.Answer?.In(culture), answer.Comment, answer.By, Utc(answer.At), answer.Data.ToDictionary(given => given.Field.Name, given => given.Api(), StringComparer.Ordinal)))],
            task.ClosedAt is { } at ? Utc(at) : null, task.ClosedBy,
            [.. task.Form.Fields.Select(field => new FieldView(field.Name, field.Label.In(culture), field.Type, field.Required, task.Form.Suggested.GetValueOrDefault(field.Name)) { Choices = ChoiceView.Of(field) })],
            task.Delegation is { } handed ? new(handed.By, handed.To, Utc(handed.At), handed.Reason) : null,
            task.Draft is { } draft ? new(draft.Comment, draft.Data, Utc(draft.SavedAt)) : null, task.IsMine);
    }

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}

/// <summary>An answer that a task offers.</summary>
public sealed record AnswerView(string Outcome, string Label, string Next, bool NeedsComment, bool IsFinal);

/// <summary>An answer given earlier in the case.</summary>
public sealed record EarlierAnswerView(string? Answer, string? Comment, string By, DateTime At, IReadOnlyDictionary<string, JsonNode> Data);

/// <summary>A field that a task asks for besides its answer. <see cref="Suggested"/>: what a form would show in it at first, or null.</summary>
public sealed record FieldView(string Name, string Label, TaskFieldType Type, bool Required, string? Suggested)
{
    /// <summary>What may be chosen, of a choice.</summary>
    public IReadOnlyList<ChoiceView> Choices { get; init; } = [];
}

/// <summary>One answer of a field that is chosen.</summary>
public sealed record ChoiceView(string Value, string Label)
{
    internal static IReadOnlyList<ChoiceView> Of(TaskField field) => [.. field.Choices.Select(choice => new ChoiceView(choice.Value, choice.Label.In(CultureInfo.CurrentUICulture)))];
}

/// <summary>How a task was handed on.</summary>
public sealed record DelegationView(string By, string To, DateTime At, string Reason);

/// <summary>What I kept for later.</summary>
public sealed record DraftView(string Comment, IReadOnlyDictionary<string, string?> Data, DateTime SavedAt);

/// <summary>What a decision needs to know of the proposal; amounts in euro.</summary>
public sealed record ProposalView(
    Guid Id, string? Number, string Stage, string Title, string LifeArea, string Owner, string Goal, string Resolution, string CarriedOutBy, DateOnly? DoneBy, bool? PersonalData,
    string TotalCost, string? FollowUpCostPerYear, IReadOnlyList<CoverView> Cover)
{
    internal static ProposalView Of(TaskDetails task) => new(
        task.ProposalId, task.Number, task.Stage.ToString(), task.Content.Title, task.Content.LeadingLifeArea, task.OwnerName, task.Content.Goal, task.Content.Resolution, task.Charge.CarriedOutBy, task.Charge.DoneBy,
        task.Content.PersonalData, task.Content.TotalCost.ToString(), task.Content.Finance.YearlyFollowUpCents is { } cents ? new Money(cents).ToString() : null,
        [.. task.Content.Cover.Select(item => new CoverView(item.Source, item.Year, new Money(item.Cents).ToString()))]);
}

/// <summary>Cover from a source in a year, in euro.</summary>
public sealed record CoverView(string Source, int Year, string Amount);
