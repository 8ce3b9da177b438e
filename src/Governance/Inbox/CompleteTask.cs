using System.Text.Json.Nodes;
using FluentValidation;
using Governance.Audit;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Answers a task: the case moves on in the same transaction.</summary>
/// <param name="TaskId">Which.</param>
/// <param name="Outcome">One of the answers that the task offers.</param>
/// <param name="Comment">Reasons; some answers need them.</param>
/// <param name="Data">Values for the form's fields, as <see cref="TaskField"/> reads them; null is as empty.</param>
public sealed record CompleteTask(Guid TaskId, string Outcome, string? Comment = null, IReadOnlyDictionary<string, string?>? Data = null) : ICommand<Done>, IRule<CompleteTask>
{
    /// <inheritdoc />
    public static Who<CompleteTask> Who => TaskAccess.Assigned<CompleteTask>(request => request.TaskId);
}

internal sealed class CompleteTaskValidator : AbstractValidator<CompleteTask>
{
    public CompleteTaskValidator()
    {
        RuleFor(request => request.Outcome).NotEmpty().WithErrorCode("input.required").MaximumLength(100).WithErrorCode("input.too-long");
        RuleFor(request => request.Comment).MaximumLength(4000).WithErrorCode("input.too-long");
    }
}

internal sealed class CompleteTaskHandler(GovernanceDb db, CommandScope scope, TaskStep step, ProcessRunner runner, AuditTrail audit, TimeProvider clock) : IRequestHandler<CompleteTask, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompleteTask request, CancellationToken cancellationToken)
    {
        var (instance, task) = await step.LockAsync(request.TaskId, cancellationToken);
        if (await RefusalAsync(task, request, cancellationToken) is { } refused)
            return refused;
        var data = TaskData.Read(TaskForm.Parse(task.Form).Fields, request.Data, BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime));
        if (!data.IsSuccess)
            return data.Error;

        task.Outcome = request.Outcome;
        task.Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim();
        task.Data = data.Value.Count == 0 ? null : TaskData.Write(data.Value);
        task.CompletedBy = scope.Actor.PersonId;
        task.CompletedFor = scope.Actor.DeputyFor.Where(person => task.Assignee == Assignee.Person(person)).Select(person => (Guid?)person).FirstOrDefault();
        task.Close(clock.GetUtcNow().UtcDateTime);
        await audit.RecordAsync(task.ProposalId, "task.completed", new { task = task.Id, activity = task.ActivityId, outcome = task.Outcome, comment = task.Comment, data = task.Data, @for = task.CompletedFor }, cancellationToken);
        if (task.BookmarkKey is null)
            return new Done();
        var outputs = new JsonObject { ["Outcome"] = task.Outcome, ["Comment"] = task.Comment, ["Data"] = data.Value };
        var resumed = await runner.ResumeAsync(instance, new Stimulus.ResumeBookmark(task.BookmarkKey, [task.Outcome], outputs), cancellationToken);
        return resumed.IsSuccess ? new Done() : resumed.Error!;
    }

    private async Task<Error?> RefusalAsync(InboxTask task, CompleteTask request, CancellationToken ct)
    {
        if (await TaskState.RefusalAsync(db, scope.Actor, task, ct) is { } moved)
            return moved;

        if (Assignee.PersonOf(task.Assignee) is { } asked && asked != scope.Actor.PersonId && TaskForm.Parse(task.Form).InPerson)
            return Error.Of("task.in-person");

        // Votes are given on the ballot, corrections by submitting again.
        if (task.Kind is TaskKind.Vote or TaskKind.Ballot or TaskKind.Correction)
            return Error.Of("task.answered-elsewhere", ("kind", task.Kind.ToString()));
        if (task.Kind == TaskKind.Notice)
            return null;
        var form = TaskForm.Parse(task.Form);
        var answer = form.Answers.FirstOrDefault(answer => answer.Outcome == request.Outcome);
        if (answer is null)
            return Error.Of("task.unknown-answer", ("answer", request.Outcome));

        // A seat may have ended since the task was opened; reasons can be given even so, that somebody else is asked.
        if (answer.OnlyMembers && !await SitsAsync(form.MemberOf, ct))
            return Error.Of("task.no-seat");
        return answer.NeedsComment && string.IsNullOrWhiteSpace(request.Comment)
            ? Error.Of("task.needs-reasons", ("answer", request.Outcome)) with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { ["Comment"] = [Error.Of("input.required")] } }
            : null;
    }

    private Task<bool> SitsAsync(string? body, CancellationToken ct)
    {
        var (person, today) = (scope.Actor.PersonId, BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime));
        return db.Set<Seat>().AnyAsync(
            seat => seat.PersonId == person && seat.Kind == SeatKind.CouncilMember && seat.SubstituteOrder == null && seat.From <= today && (seat.Until == null || seat.Until >= today)
                && db.Set<Body>().Any(row => row.Id == seat.BodyId && row.Code == body), ct);
    }
}
