using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>What was handed on from the actor's inbox and is still open, most urgent first: seen until it is done, and to be taken back.</summary>
public sealed record ListDelegatedTasks : IQuery<IReadOnlyList<DelegatedTask>>, IRule<ListDelegatedTasks>
{
    /// <inheritdoc />
    public static Who<ListDelegatedTasks> Who => People.Who.SignedIn<ListDelegatedTasks>();
}

/// <summary>A task with somebody else.</summary>
/// <param name="Id">The task.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="To">Name of who has it.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="Number">Aktenzeichen.</param>
/// <param name="Title">Title.</param>
/// <param name="LifeArea">Code of the leading life area.</param>
public sealed record DelegatedTask(Guid Id, TaskKind Kind, string To, DateOnly DueOn, string? Number, string Title, string LifeArea);

internal sealed class ListDelegatedTasksHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<ListDelegatedTasks, Result<IReadOnlyList<DelegatedTask>>>
{
    private const int Most = 200;

    public async Task<Result<IReadOnlyList<DelegatedTask>>> Handle(ListDelegatedTasks request, CancellationToken cancellationToken)
    {
        var keys = Assignee.KeysOf(scope.Actor);
        var rows = await db.Set<InboxTask>().AsNoTracking().Where(task => task.DelegatedFrom != null && keys.Contains(task.DelegatedFrom) && task.IsOpen)
            .OrderBy(task => task.DueAt).ThenBy(task => task.Sequence).Take(Most)
            .Join(db.Set<Proposal>(), task => task.ProposalId, proposal => proposal.Id, (task, proposal) => new { task.Id, task.Kind, task.Assignee, task.DueAt, task.Sequence, proposal.Number, proposal.Title, proposal.LifeArea })
            .OrderBy(row => row.DueAt).ThenBy(row => row.Sequence).ToListAsync(cancellationToken);
        var others = rows.Where(row => !keys.Contains(row.Assignee, StringComparer.Ordinal)).ToList();
        if (others.Count == 0)
            return Result.Ok<IReadOnlyList<DelegatedTask>>([]);
        var ids = others.Select(row => Assignee.PersonOf(row.Assignee)!.Value).Distinct().ToArray();
        var names = await db.Users.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return Result.Ok<IReadOnlyList<DelegatedTask>>([.. others.Select(row => new DelegatedTask(
            row.Id, row.Kind, names[Assignee.PersonOf(row.Assignee)!.Value], BerlinTime.DayOf(row.DueAt.AddTicks(-1)), row.Number, row.Title, row.LifeArea))]);
    }
}
