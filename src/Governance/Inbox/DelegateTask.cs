using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Hands an open task to a named person who may do it. The rules:
/// decisions, opinions and charges can be handed on; a vote is given in person, a ballot is conducted by chair and clerk, a correction
/// is its owner's, a notice is nobody's work.
/// A role's task goes to another holder of that role, and only while they hold it: the treasurer's and the data protection officer's
/// opinions never leave their roles.
/// A person's task goes to somebody who holds one of that person's roles, or to the person's deputy of today.
/// Nobody gets a task of a case that they may not see; the deputy sees the person's tasks anyway.
/// Once: who received it gives it back rather than on, so that it never wanders.
/// The giver keeps sight of it and takes it back while it is open (<see cref="TakeBackTask"/>).</summary>
/// <param name="TaskId">Which.</param>
/// <param name="To">Who is to do it.</param>
/// <param name="Reason">Why; the receiver reads it, and it stands in the audit trail.</param>
public sealed record DelegateTask(Guid TaskId, Guid To, string Reason) : ICommand<Done>, IRule<DelegateTask>
{
    /// <summary>Longest reason in characters.</summary>
    public const int LongestReason = 1000;

    /// <inheritdoc />
    public static Who<DelegateTask> Who => TaskAccess.Assigned<DelegateTask>(request => request.TaskId);
}

internal sealed class DelegateTaskValidator : AbstractValidator<DelegateTask>
{
    public DelegateTaskValidator()
    {
        RuleFor(request => request.To).NotEmpty().WithErrorCode("input.required");
        RuleFor(request => request.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode("input.required")
            .MaximumLength(DelegateTask.LongestReason).WithErrorCode("input.too-long");
    }
}

internal sealed class DelegateTaskHandler(GovernanceDb db, CommandScope scope, TaskReceivers receivers, AuditTrail audit, TimeProvider clock) : IRequestHandler<DelegateTask, Result<Done>>
{
    public async Task<Result<Done>> Handle(DelegateTask request, CancellationToken cancellationToken)
    {
        var (_, task) = await db.LockTaskAsync(request.TaskId, cancellationToken);
        if (await TaskState.RefusalAsync(db, scope.Actor, task, cancellationToken) is { } moved)
            return moved;
        if (!task.Kind.IsAnsweredByForm())
            return Error.Of("task.not-delegable", ("kind", task.Kind.ToString()));
        if (TaskForm.Parse(task.Form).InPerson)
            return Error.Of("task.in-person");
        if (task.DelegatedFrom is not null)
            return Error.Of("task.already-delegated", ("to", scope.Actor.Name));
        var receiver = (await receivers.OfAsync(task, cancellationToken)).FirstOrDefault(one => one.Id == request.To);
        if (receiver is not { HasAccess: true } || receiver.Id == scope.Actor.PersonId)
            return NotTo(receiver is null || receiver.HasAccess ? "task.receiver-not-entitled" : "task.receiver-without-access");

        task.DelegatedFrom = task.Assignee;
        task.DelegatedBy = scope.Actor.PersonId;
        task.DelegatedAt = clock.GetUtcNow().UtcDateTime;
        task.DelegationReason = request.Reason.Trim();
        task.Assignee = Assignee.RoleOf(task.Assignee) is { } role ? Assignee.Holder(role, receiver.Id) : Assignee.Person(receiver.Id);
        await audit.RecordAsync(task.ProposalId, "task.delegated", new { task = task.Id, activity = task.ActivityId, to = receiver.Id, name = receiver.Name, reason = task.DelegationReason }, cancellationToken);
        db.Add(await TaskMails.OfAsync(db, task, "task.delegated", receiver.Id, scope.Actor.Name, cancellationToken));
        return new Done();
    }

    private static Error NotTo(string code) =>
        Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [nameof(DelegateTask.To)] = [Error.Of(code)] } };
}
