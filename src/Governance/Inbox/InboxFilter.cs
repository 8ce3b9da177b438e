using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Which of the actor's open tasks a list shows; what is null or false does not limit it.</summary>
public sealed record InboxFilter
{
    /// <summary>Only this kind.</summary>
    public TaskKind? Kind { get; init; }

    /// <summary>Only what is due on this day or later.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Only what is due on this day or earlier.</summary>
    public DateOnly? DueUntil { get; init; }

    /// <summary>Only proposals of this leading life area: its code.</summary>
    public string? LifeArea { get; init; }

    /// <summary>Only tasks of ballots of this body: its code.</summary>
    public string? Body { get; init; }

    /// <summary>Only proposals with this in their title or number, in any case of letters.</summary>
    public string? Text { get; init; }

    /// <summary>Only tasks of those whom the actor deputises.</summary>
    public bool DeputisedOnly { get; init; }

    /// <summary>The tasks, the kind not yet asked. It begins with the actor's own open tasks in their index and looks up each one's proposal and
    /// ballot by id: the cost is that of the actor's tasks, whatever others have.</summary>
    internal IQueryable<InboxTask> Of(GovernanceDb db, Actor actor)
    {
        var keys = DeputisedOnly ? [.. Assignee.DeputisedBy(actor)] : Assignee.KeysOf(actor);
        var tasks = db.Set<InboxTask>().AsNoTracking().Where(task => keys.Contains(task.Assignee) && task.IsOpen);
        if (DueFrom is { } from && BerlinTime.StartOfDay(from) is var start)
            tasks = tasks.Where(task => task.DueAt > start);
        if (DueUntil is { } until && BerlinTime.EndOfDay(until) is var end)
            tasks = tasks.Where(task => task.DueAt <= end);
        if (!string.IsNullOrWhiteSpace(Body))
            tasks = tasks.Where(task => task.BallotId != null && db.Set<Ballot>().Where(ballot => ballot.Id == task.BallotId).Select(ballot => ballot.BodyId).FirstOrDefault()
                == db.Set<Body>().Where(body => body.Code == Body).Select(body => body.Id).FirstOrDefault());
        if (!string.IsNullOrWhiteSpace(LifeArea))
            tasks = tasks.Where(task => db.Set<Proposal>().Where(row => row.Id == task.ProposalId).Select(row => row.LifeArea).FirstOrDefault() == LifeArea);
        if (string.IsNullOrWhiteSpace(Text))
            return tasks;

        // Compared in lower case on every database alike.
        var text = Text.Trim().ToLowerInvariant();
        return tasks.Where(task => db.Set<Proposal>().Where(row => row.Id == task.ProposalId).Select(row => (row.Number ?? "") + " " + row.Title).FirstOrDefault()!.ToLower().Contains(text));
    }
}
