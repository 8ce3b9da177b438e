using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Takes note of several notices at once; only of those that were opened. Votes, opinions and decisions are always given one
/// by one. Answers with how many were acknowledged.</summary>
public sealed record AcknowledgeNotices(IReadOnlyList<Guid> TaskIds) : ICommand<int>, IRule<AcknowledgeNotices>
{
    /// <inheritdoc />
    public static Who<AcknowledgeNotices> Who => People.Who.SignedIn<AcknowledgeNotices>();
}

internal sealed class AcknowledgeNoticesValidator : AbstractValidator<AcknowledgeNotices>
{
    public AcknowledgeNoticesValidator() => RuleFor(request => request.TaskIds).Must(ids => ids.Count is > 0 and <= 200).WithErrorCode("input.out-of-range");
}

internal sealed class AcknowledgeNoticesHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<AcknowledgeNotices, Result<int>>
{
    public async Task<Result<int>> Handle(AcknowledgeNotices request, CancellationToken cancellationToken)
    {
        var keys = Assignee.KeysOf(scope.Actor);
        var ids = request.TaskIds.ToArray();
        var tasks = await db.Set<InboxTask>().Where(task => ids.Contains(task.Id) && keys.Contains(task.Assignee)).ToListAsync(cancellationToken);
        if (tasks.Count != ids.Distinct().Count())
            return Error.Of("task.not-found");
        if (tasks.Find(task => task.Kind != TaskKind.Notice) is { } other)
            return Error.Of("task.not-in-bulk", ("kind", other.Kind.ToString()));
        if (tasks.Exists(task => task.SeenAt is null))
            return Error.Of("task.not-opened-yet");

        var now = clock.GetUtcNow().UtcDateTime;
        var open = tasks.Where(task => task.IsOpen).ToList();
        foreach (var task in open)
        {
            task.Outcome = "Acknowledged";
            task.CompletedBy = scope.Actor.PersonId;
            task.Close(now);
        }

        return open.Count;
    }
}
