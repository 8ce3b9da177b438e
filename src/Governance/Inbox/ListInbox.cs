using FluentValidation;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>The actor's open tasks, most urgent first: one list over all processes and versions, deputised tasks included.</summary>
/// <param name="Filter">Which of them; all when null.</param>
/// <param name="Cursor">Where the last page ended, or null.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListInbox(InboxFilter? Filter = null, string? Cursor = null, int Limit = 50) : IQuery<InboxPage>, IRule<ListInbox>
{
    /// <inheritdoc />
    public static Who<ListInbox> Who => People.Who.SignedIn<ListInbox>();
}

/// <summary>A page of the inbox.</summary>
/// <param name="Items">In the order of their due dates.</param>
/// <param name="Counts">Open tasks a kind over all pages, as the filter has them without its kind.</param>
/// <param name="Groups">Open tasks a group over all pages, of the filter's kind; a group without any is left out.</param>
/// <param name="NextCursor">For the next page, or null.</param>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, IReadOnlyDictionary<TaskKind, int> Counts, IReadOnlyDictionary<InboxGroup, int> Groups, string? NextCursor);

/// <summary>Which part of the list a task stands in.</summary>
public enum InboxGroup
{
    /// <summary>Überfällig.</summary>
    Overdue,

    /// <summary>Heute fällig.</summary>
    Today,

    /// <summary>Diese Woche.</summary>
    ThisWeek,

    /// <summary>Später.</summary>
    Later,
}

/// <summary>One line of the inbox.</summary>
/// <param name="Id">The task.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="DueOn">The last day; null while it waits for a meeting: nobody can vote before chair or clerk opens the ballot.</param>
/// <param name="Why">A reason as JSON: <see cref="TaskWhy"/>.</param>
/// <param name="Seen">True once it was opened.</param>
/// <param name="BallotId">The ballot it asks a vote for, or null.</param>
/// <param name="DeputyFor">Name of the person who is deputised, or null.</param>
/// <param name="ProposalId">What it is about.</param>
/// <param name="Number">Aktenzeichen.</param>
/// <param name="Title">Title.</param>
/// <param name="LifeArea">Code of the leading life area.</param>
/// <param name="Cents">Total cost in euro cents.</param>
public sealed record InboxItem(
    Guid Id, TaskKind Kind, InboxGroup Group, DateOnly? DueOn, string Why, bool Seen, Guid? BallotId, string? DeputyFor,
    Guid ProposalId, string? Number, string Title, string LifeArea, long Cents);

internal sealed class ListInboxValidator : AbstractValidator<ListInbox>
{
    public ListInboxValidator()
    {
        RuleFor(request => request.Limit).IsPageLimit();
        RuleFor(request => request.Cursor).IsCursor(cursor => InboxCursor.Read(cursor) is not null);
    }
}

internal sealed class ListInboxHandler(GovernanceDb db, CommandScope scope, TimeProvider clock) : IRequestHandler<ListInbox, Result<InboxPage>>
{
    public async Task<Result<InboxPage>> Handle(ListInbox request, CancellationToken cancellationToken)
    {
        var filter = request.Filter ?? new();
        var limit = request.Limit;
        var mine = filter.Of(db, scope.Actor);
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var kinds = await CountAsync(mine, today, cancellationToken);

        var page = filter.Kind is { } only ? mine.Where(task => task.Kind == only) : mine;
        if (InboxCursor.Read(request.Cursor) is var (due, sequence))
            page = page.Where(task => task.DueAt > due || (task.DueAt == due && task.Sequence > sequence));
        var rows = await page.OrderBy(task => task.DueAt).ThenBy(task => task.Sequence).Take(limit + 1)
            .Join(db.Set<Proposal>(), task => task.ProposalId, proposal => proposal.Id, (task, proposal) => new
            {
                task.Id, task.Sequence, task.Kind, task.DueAt, task.Why, task.SeenAt, task.BallotId, task.Assignee,
                task.ProposalId, proposal.Number, proposal.Title, proposal.LifeArea, proposal.TotalCostCents,
            })
            .OrderBy(row => row.DueAt).ThenBy(row => row.Sequence).ToListAsync(cancellationToken);
        var deputised = await DeputisedAsync(cancellationToken);
        var items = rows.Take(limit).Select(row =>
        {
            var dueOn = InboxTask.DueOn(row.DueAt);
            return new InboxItem(
                row.Id, row.Kind, dueOn is { } day ? InboxGroups.Of(day, today) : InboxGroup.Later, dueOn, row.Why, row.SeenAt is not null, row.BallotId, deputised.GetValueOrDefault(row.Assignee),
                row.ProposalId, row.Number, row.Title, row.LifeArea, row.TotalCostCents);
        }).ToList();
        var next = rows.Count > limit ? InboxCursor.Write(rows[limit - 1].DueAt, rows[limit - 1].Sequence) : null;
        return new InboxPage(items, kinds.ToDictionary(kind => kind.Kind, kind => kind.Count), GroupsOf([.. kinds.Where(kind => (filter.Kind ?? kind.Kind) == kind.Kind)]), next);
    }

    // From the index of assignees alone: it holds the due date and the kind.
    private static Task<List<KindCount>> CountAsync(IQueryable<InboxTask> mine, DateOnly today, CancellationToken ct)
    {
        var (begins, ends, week) = (BerlinTime.StartOfDay(today), BerlinTime.EndOfDay(today), BerlinTime.EndOfDay(InboxGroups.SundayOf(today)));
        return mine.GroupBy(task => task.Kind).Select(kind => new KindCount(
            kind.Key, kind.Count(), kind.Count(task => task.DueAt <= begins), kind.Count(task => task.DueAt <= ends), kind.Count(task => task.DueAt <= week))).ToListAsync(ct);
    }

    private static Dictionary<InboxGroup, int> GroupsOf(List<KindCount> kinds)
    {
        var (overdue, today, week) = (kinds.Sum(kind => kind.BeforeToday), kinds.Sum(kind => kind.UntilToday), kinds.Sum(kind => kind.UntilSunday));
        return new Dictionary<InboxGroup, int>
        {
            [InboxGroup.Overdue] = overdue,
            [InboxGroup.Today] = today - overdue,
            [InboxGroup.ThisWeek] = week - today,
            [InboxGroup.Later] = kinds.Sum(kind => kind.Count) - week,
        }.Where(group => group.Value > 0).ToDictionary();
    }

    private async Task<Dictionary<string, string>> DeputisedAsync(CancellationToken ct)
    {
        var persons = scope.Actor.DeputyFor;
        return persons.Count == 0 ? [] : await db.Set<Person>().Where(person => persons.Contains(person.Id))
            .ToDictionaryAsync(person => Assignee.Person(person.Id), person => person.FullName, ct);
    }

    private sealed record KindCount(TaskKind Kind, int Count, int BeforeToday, int UntilToday, int UntilSunday);
}
