using FluentValidation;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>The tasks that the actor has finished, latest first.</summary>
/// <param name="Cursor">Where the last page ended, or null.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListDoneTasks(string? Cursor = null, int Limit = 50) : IQuery<DonePage>, IRule<ListDoneTasks>
{
    /// <inheritdoc />
    public static Who<ListDoneTasks> Who => People.Who.SignedIn<ListDoneTasks>();
}

/// <summary>A page of finished tasks.</summary>
/// <param name="Items">Latest first.</param>
/// <param name="NextCursor">For the next page, or null.</param>
public sealed record DonePage(IReadOnlyList<DoneTask> Items, string? NextCursor);

/// <summary>A finished task.</summary>
/// <param name="Id">The task.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Answer">The answer's label; null for a notice and for a vote, which stands with its ballot.</param>
/// <param name="ClosedAt">When (UTC).</param>
/// <param name="DoneFor">Name of the person it was done for, or null.</param>
/// <param name="BallotId">The ballot, or null.</param>
/// <param name="ProposalId">What it was about.</param>
/// <param name="Number">Aktenzeichen.</param>
/// <param name="Title">Title.</param>
/// <param name="LifeArea">Code of the leading life area.</param>
public sealed record DoneTask(
    Guid Id, TaskKind Kind, LocalText? Answer, DateTime ClosedAt, string? DoneFor, Guid? BallotId, Guid ProposalId, string? Number, string Title, string LifeArea);

internal sealed class ListDoneTasksValidator : AbstractValidator<ListDoneTasks>
{
    public ListDoneTasksValidator()
    {
        RuleFor(request => request.Limit).IsPageLimit();
        RuleFor(request => request.Cursor).IsCursor(cursor => InboxCursor.Read(cursor) is not null);
    }
}

internal sealed class ListDoneTasksHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<ListDoneTasks, Result<DonePage>>
{
    public async Task<Result<DonePage>> Handle(ListDoneTasks request, CancellationToken cancellationToken)
    {
        var limit = request.Limit;
        var page = db.Set<InboxTask>().AsNoTracking().Where(task => task.CompletedBy == scope.Actor.PersonId && !task.IsOpen && task.ClosedAt != null);
        if (InboxCursor.Read(request.Cursor) is var (closed, sequence))
            page = page.Where(task => task.ClosedAt < closed || (task.ClosedAt == closed && task.Sequence < sequence));
        var rows = await page.OrderByDescending(task => task.ClosedAt).ThenByDescending(task => task.Sequence).Take(limit + 1)
            .Join(db.Set<Proposal>(), task => task.ProposalId, proposal => proposal.Id, (task, proposal) => new
            {
                task.Id, task.Sequence, task.Kind, task.Form, task.Outcome, task.ClosedAt, task.CompletedFor, task.BallotId, task.ProposalId,
                proposal.Number, proposal.Title, proposal.LifeArea,
            })
            .OrderByDescending(row => row.ClosedAt).ThenByDescending(row => row.Sequence).ToListAsync(cancellationToken);
        var persons = rows.Select(row => row.CompletedFor).OfType<Guid>().Distinct().ToArray();
        var names = persons.Length == 0 ? [] : await db.Set<Person>().Where(person => persons.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var items = rows.Take(limit).Select(row => new DoneTask(
            row.Id, row.Kind, TaskForm.Parse(row.Form).Answers.FirstOrDefault(answer => answer.Outcome == row.Outcome)?.Label, row.ClosedAt!.Value,
            row.CompletedFor is { } person ? names.GetValueOrDefault(person) : null, row.BallotId, row.ProposalId, row.Number, row.Title, row.LifeArea)).ToList();
        return new DonePage(items, rows.Count > limit ? InboxCursor.Write(rows[limit - 1].ClosedAt!.Value, rows[limit - 1].Sequence) : null);
    }
}
