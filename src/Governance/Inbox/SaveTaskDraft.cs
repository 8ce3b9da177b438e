using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Keeps what the actor has written on an open task for the next time, also when it is not complete yet; nothing written is
/// nothing kept. Only the actor reads it.</summary>
public sealed record SaveTaskDraft(Guid TaskId, string? Comment, IReadOnlyDictionary<string, string?>? Data = null) : ICommand<Done>, IRule<SaveTaskDraft>
{
    /// <inheritdoc />
    public static Who<SaveTaskDraft> Who => TaskAccess.Assigned<SaveTaskDraft>(request => request.TaskId);
}

internal sealed class SaveTaskDraftValidator : AbstractValidator<SaveTaskDraft>
{
    public SaveTaskDraftValidator()
    {
        RuleFor(request => request.Comment).MaximumLength(4000).WithErrorCode("input.too-long");
        RuleFor(request => request.Data).Must(data => data is null || data.Values.All(text => text is null || text.Length <= TaskField.LongestText)).WithErrorCode("input.too-long");
    }
}

internal sealed class SaveTaskDraftHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<SaveTaskDraft, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveTaskDraft request, CancellationToken cancellationToken)
    {
        var (_, task) = await db.LockTaskAsync(request.TaskId, cancellationToken);
        if (await TaskState.RefusalAsync(db, scope.Actor, task, cancellationToken) is { } moved)
            return moved;
        if (!task.Kind.IsAnsweredByForm() && task.Kind != TaskKind.Correction)
            return Error.Of("task.answered-elsewhere", ("kind", task.Kind.ToString()));
        var fields = TaskForm.Parse(task.Form).Fields;
        var data = (request.Data ?? new Dictionary<string, string?>(StringComparer.Ordinal)).Where(one => fields.Any(field => field.Name == one.Key) && !string.IsNullOrWhiteSpace(one.Value))
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        var (comment, now) = (request.Comment?.Trim() ?? "", clock.GetUtcNow().UtcDateTime);
        var draft = await db.Set<TaskDraft>().SingleOrDefaultAsync(row => row.TaskId == task.Id && row.PersonId == scope.Actor.PersonId, cancellationToken);
        if (comment.Length == 0 && data.Count == 0)
        {
            if (draft is not null)
                db.Remove(draft);
        }
        else if (draft is null)
            db.Add(new TaskDraft { TaskId = task.Id, PersonId = scope.Actor.PersonId, Comment = comment, Data = TaskDraft.Write(data), SavedAt = now });
        else
            (draft.Comment, draft.Data, draft.SavedAt) = (comment, TaskDraft.Write(data), now);
        return new Done();
    }
}
