using Governance.Audit;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Who votes in a ballot that runs. Not the day of the invitation counts but that of the vote: whoever has left the body since
/// has no vote, whoever has followed has the paper and votes (§§ 43 (1), 50 (1) GO NRW). Votes given stay, and there are never more
/// voters than the statute has seats.</summary>
public sealed class BallotRoll(GovernanceDb db, CityCalendar calendar, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Brings the members of a locked ballot that is not closed, and their tasks, up to today's seats. Returns the members.</summary>
    public async Task<List<BallotMember>> RenewAsync(Ballot ballot, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var seats = await SeatsAsync(ballot.BodyId, BerlinTime.DayOf(now), ct);
        var members = await db.Set<BallotMember>().Where(row => row.BallotId == ballot.Id).ToListAsync(ct);
        if (ballot.Status == BallotStatus.Invited)
            ballot.StatutoryMembers = await db.Set<Body>().Where(body => body.Id == ballot.BodyId).Select(body => body.StatutoryMembers).SingleAsync(ct);
        var change = RollRules.Compare(members, seats, ballot.StatutoryMembers);
        foreach (var (member, kind) in change.Moved)
            member.Kind = kind;
        if (change.Left.Count + change.Joined.Count > 0)
            await ApplyAsync(ballot, members, change, now, ct);
        return members;
    }

    private async Task<List<Seat>> SeatsAsync(Guid body, DateOnly today, CancellationToken ct) =>
        [.. (await db.Set<Seat>().AsNoTracking().Where(seat => seat.BodyId == body).VotingOn(today).OrderBy(seat => seat.Sequence).ToListAsync(ct)).DistinctBy(seat => seat.PersonId)];

    private async Task ApplyAsync(Ballot ballot, List<BallotMember> members, RollChange change, DateTime now, CancellationToken ct)
    {
        var tasks = await db.Set<InboxTask>().Where(task => task.BallotId == ballot.Id && task.Kind == TaskKind.Vote).OrderBy(task => task.Sequence).ToListAsync(ct);
        var people = change.Left.Select(member => member.PersonId).Concat(change.Joined.Select(seat => seat.PersonId)).ToList();
        var names = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        foreach (var member in change.Left)
        {
            members.Remove(member);
            db.Remove(member);
            tasks.Find(task => task.IsOpen && task.Assignee == Assignee.Person(member.PersonId))?.Close(now);
            await audit.RecordAsync(ballot.ProposalId, "ballot.member-left", new { ballot = ballot.Id, name = names[member.PersonId] }, ct);
        }

        foreach (var seat in change.Joined)
        {
            var member = new BallotMember { BallotId = ballot.Id, PersonId = seat.PersonId, Kind = seat.Kind };
            members.Add(member);
            db.Add(member);
            db.Add(TaskLike(tasks[0], seat.PersonId, ballot, now));
            await audit.RecordAsync(ballot.ProposalId, "ballot.member-joined", new { ballot = ballot.Id, name = names[seat.PersonId] }, ct);
        }
    }

    // What the others were asked, for the same reason, until the same day.
    private InboxTask TaskLike(InboxTask other, Guid person, Ballot ballot, DateTime now)
    {
        var task = new InboxTask
        {
            InstanceId = other.InstanceId, BallotId = ballot.Id, ProposalId = other.ProposalId, ActivityId = other.ActivityId, Kind = other.Kind,
            Assignee = Assignee.Person(person), Form = other.Form, Why = other.Why, OpenedAt = now,
            DueAt = ballot.Procedure == VotingProcedure.Circular ? ballot.DeadlineAt : ballot.OpenedAt is null ? InboxTask.WithTheMeeting : BerlinTime.EndOfDay(BerlinTime.DayOf(now)),
        };
        if (ballot.Procedure == VotingProcedure.Circular && TaskDates.On(BerlinTime.DayOf(ballot.DeadlineAt.AddTicks(-1)), calendar) is { IsSuccess: true } dates)
            (task.NextNotice, task.NextNoticeAt) = dates.Value.Next(now);
        return task;
    }
}
