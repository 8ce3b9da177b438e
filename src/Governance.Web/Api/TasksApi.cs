using System.Globalization;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.Texts;
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
        tasks.MapGet("", ListAsync).Produces<TaskList>().WithSummary("My open tasks, most urgent first: due is a day (that day or earlier), overdue, today, thisWeek or later");
        tasks.MapGet("/{id:guid}", async (Guid id, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new GetTask(id), new TaskExists(id), ct)).Answer(task => TypedResults.Ok(TaskView.Of(task))))
            .Produces<TaskView>().WithSummary("A task with all facts that its answer needs");
        tasks.MapPost("/{id:guid}/complete", async (Guid id, TaskAnswerBody body, IMediator mediator, CancellationToken ct) =>
                (await mediator.SendOrMissAsync(new CompleteTask(id, body.Outcome ?? "", body.Comment), new TaskExists(id), ct)).Answer())
            .Produces(StatusCodes.Status204NoContent).WithSummary("Answers a task with one of its outcomes");
    }

    private static async Task<IResult> ListAsync(
        [FromQuery] string? due, [FromQuery] string? kind, [FromQuery] int? limit, [FromQuery] string? cursor, IMediator mediator, TimeProvider clock, CancellationToken ct)
    {
        TaskKind? only = null;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!Enum.TryParse<TaskKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                return new Refusal(Unknown("kind"));
            only = known;
        }

        if (Days(due, BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime)) is not var (from, until))
            return new Refusal(Unknown("due"));
        var result = await mediator.Send(new ListInbox(only, cursor, limit ?? 50, from, until), ct);
        return result.Answer(page => TypedResults.Ok(TaskList.Of(page)));
    }

    private static (DateOnly? From, DateOnly? Until)? Days(string? due, DateOnly today)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return due?.ToUpperInvariant() switch
        {
            null or "" => (null, null),
            "OVERDUE" => (null, today.AddDays(-1)),
            "TODAY" => (today, today),
            "THISWEEK" => (today.AddDays(1), sunday),
            "LATER" => (sunday.AddDays(1), null),
            _ => DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (null, day) : null,
        };
    }

    private static Error Unknown(string field) =>
        Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [field] = [Error.Of("input.unknown")] } };
}

/// <summary>The answer to a task.</summary>
/// <param name="Outcome">One of those that the task names; for a notice any word.</param>
/// <param name="Comment">Reasons.</param>
public sealed record TaskAnswerBody(string? Outcome, string? Comment);

/// <summary>A page of open tasks.</summary>
public sealed record TaskList(IReadOnlyList<TaskLine> Items, IReadOnlyDictionary<string, int> Counts, string? NextCursor)
{
    internal static TaskList Of(InboxPage page) => new(
        [.. page.Items.Select(TaskLine.Of)], page.Counts.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value, StringComparer.Ordinal), page.NextCursor);
}

/// <summary>An open task in a list. <see cref="Why"/> is a sentence in the language of the request, <see cref="TotalCost"/> in euro.</summary>
public sealed record TaskLine(
    Guid Id, TaskKind Kind, InboxGroup Group, DateOnly DueOn, string Why, bool Seen, Guid? BallotId, string? DeputyFor,
    Guid ProposalId, string? Number, string Title, string LifeArea, string TotalCost)
{
    internal static TaskLine Of(InboxItem item) => new(
        item.Id, item.Kind, item.Group, item.DueOn, TaskWhy.Render(item.Why, CultureInfo.CurrentUICulture), item.Seen, item.BallotId, item.DeputyFor,
        item.ProposalId, item.Number, item.Title, item.LifeArea, new Money(item.Cents).ToString());
}

/// <summary>A task with its facts; texts in the language of the request, amounts in euro.</summary>
public sealed record TaskView(
    Guid Id, TaskKind Kind, string Question, IReadOnlyList<AnswerView> Answers, string Why, DateOnly DueOn, bool IsOpen, Guid? BallotId, string? DeputyFor,
    ProposalView Proposal, IReadOnlyList<string> RouteReasons, IReadOnlyList<EarlierAnswerView> Earlier, DateTime? ClosedAt, string? ClosedBy)
{
    internal static TaskView Of(TaskDetails task)
    {
        var culture = CultureInfo.CurrentUICulture;
        return new(
            task.Id, task.Kind, task.Form.Question.In(culture),
            [.. task.Form.Answers.Select(answer => new AnswerView(answer.Outcome, answer.Label.In(culture), answer.Next.In(culture), answer.NeedsComment))],
            TaskWhy.Render(task.Why, culture), task.DueOn, task.IsOpen, task.BallotId, task.DeputyFor,
            ProposalView.Of(task), [.. ReasonJson.ReadAll(task.RouteReason).Select(reason => reason.Render(culture))],
            [.. task.Earlier.Select(answer => new EarlierAnswerView(answer.Answer?.In(culture), answer.Comment, answer.By, Utc(answer.At)))],
            task.ClosedAt is { } at ? Utc(at) : null, task.ClosedBy);
    }

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}

/// <summary>An answer that a task offers.</summary>
public sealed record AnswerView(string Outcome, string Label, string Next, bool NeedsComment);

/// <summary>An answer given earlier in the case.</summary>
public sealed record EarlierAnswerView(string? Answer, string? Comment, string By, DateTime At);

/// <summary>What a decision needs to know of the proposal; amounts in euro.</summary>
public sealed record ProposalView(
    Guid Id, string? Number, string Stage, string Title, string LifeArea, string Owner, string Goal, string Resolution, bool? PersonalData,
    string TotalCost, string? FollowUpCostPerYear, IReadOnlyList<CoverView> Cover)
{
    internal static ProposalView Of(TaskDetails task) => new(
        task.ProposalId, task.Number, task.Stage.ToString(), task.Content.Title, task.Content.LeadingLifeArea, task.OwnerName, task.Content.Goal, task.Content.Resolution,
        task.Content.PersonalData, task.Content.TotalCost.ToString(), task.Content.Finance.FollowUpPerYearCents is { } cents ? new Money(cents).ToString() : null,
        [.. task.Content.Cover.Select(item => new CoverView(item.Source, item.Year, new Money(item.Cents).ToString()))]);
}

/// <summary>Cover from a source in a year, in euro.</summary>
public sealed record CoverView(string Source, int Year, string Amount);
