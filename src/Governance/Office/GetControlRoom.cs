using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Objections;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>The Stabsstelle's control room: the pipeline by stage, what is stuck and since when, deadlines ahead, workload a team.</summary>
public sealed record GetControlRoom : IQuery<ControlRoom>, IRule<GetControlRoom>
{
    /// <summary>A case that has stood in one stage for longer is told as stuck.</summary>
    public const int StuckAfterDays = 14;

    /// <inheritdoc />
    public static Who<GetControlRoom> Who => People.Who.Holds<GetControlRoom>(Role.Office, Role.Mayor, Role.DeputyMayor, Role.Auditor);
}

internal sealed class GetControlRoomHandler(GovernanceDb db, Pipeline pipeline, StuckCases stuck, Paces paces, TimeProvider clock) : IRequestHandler<GetControlRoom, Result<ControlRoom>>
{
    private const int Lines = 8;
    private static readonly string[] Teams = [.. Enum.GetValues<Role>().Select(Assignee.Role)];

    public async Task<Result<ControlRoom>> Handle(GetControlRoom request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.Set<InboxTask>().AsNoTracking().Open().Where(task => task.Kind != TaskKind.Notice && task.Kind != TaskKind.Vote);
        var (cases, count) = await stuck.ReadAsync(now.AddDays(-GetControlRoom.StuckAfterDays), Lines, cancellationToken);
        return new ControlRoom(
            now,
            await pipeline.ReadAsync(cancellationToken),
            cases,
            count,
            [.. (await TasksAheadAsync(open.Where(task => task.DueAt > now), cancellationToken)).Concat(await PeriodsAheadAsync(now, cancellationToken)).OrderBy(one => one.DueAt).Take(Lines)],
            await BallotsAsync(cancellationToken),
            await WorkloadAsync(open, now, cancellationToken),
            await open.CountAsync(task => task.DueAt <= now, cancellationToken),
            await paces.LeadAsync(now, cancellationToken),
            await paces.PunctualityAsync(cancellationToken),
            await paces.StationsAsync(now, cancellationToken),
            await db.Set<Incident>().CountAsync(row => row.ResolvedAt == null, cancellationToken));
    }

    private static async Task<List<TeamLoad>> WorkloadAsync(IQueryable<InboxTask> open, DateTime now, CancellationToken ct)
    {
        // What one holder handed to another is still the team's.
        var load = await open.Where(task => Teams.Contains(task.Assignee) || (task.DelegatedFrom != null && Teams.Contains(task.DelegatedFrom))).GroupBy(task => task.DelegatedFrom ?? task.Assignee)
            .Select(team => new { team.Key, Open = team.Count(), Overdue = team.Count(task => task.DueAt <= now) }).ToListAsync(ct);
        return [.. load.Select(team => new TeamLoad(Assignee.RoleOf(team.Key)!.Value, team.Open, team.Overdue)).OrderByDescending(team => team.Open)];
    }

    private async Task<List<OpenCase>> TasksAheadAsync(IQueryable<InboxTask> tasks, CancellationToken ct)
    {
        var rows = await tasks.OrderBy(task => task.DueAt).ThenBy(task => task.Sequence).Take(Lines)
            .Join(db.Set<Proposal>(), task => task.ProposalId, row => row.Id, (task, row) => new { row.Id, row.Number, row.Title, row.Stage, task.Kind, task.Assignee, task.DueAt, task.Sequence })
            .OrderBy(line => line.DueAt).ThenBy(line => line.Sequence).ToListAsync(ct);
        return [.. rows.Select(row => new OpenCase(row.Id, row.Number, row.Title, row.Stage, row.Kind, Assignee.RoleOf(row.Assignee), row.DueAt))];
    }

    private async Task<List<OpenCase>> PeriodsAheadAsync(DateTime now, CancellationToken ct) =>
        await (from bookmark in db.Set<Bookmark>().AsNoTracking()
               where bookmark.ActivityType == AwaitObjectionPeriod.Type && bookmark.FiresAt > now
               join row in db.Set<Proposal>() on bookmark.InstanceId equals row.InstanceId
               orderby bookmark.FiresAt, bookmark.Sequence
               select new OpenCase(row.Id, row.Number, row.Title, row.Stage, null, null, bookmark.FiresAt!.Value))
            .Take(Lines).ToListAsync(ct);

    private async Task<List<RunningBallot>> BallotsAsync(CancellationToken ct) =>
        await (from ballot in db.Set<Ballot>().AsNoTracking()
               where ballot.Status != BallotStatus.Closed
               join body in db.Set<Body>() on ballot.BodyId equals body.Id
               join row in db.Set<Proposal>() on ballot.ProposalId equals row.Id
               orderby ballot.DeadlineAt, ballot.Sequence
               select new RunningBallot(ballot.Id, new LocalText(body.NameDe, body.NameEn), ballot.Status, ballot.DeadlineAt, row.Id, row.Number, row.Title))
            .Take(Lines).ToListAsync(ct);
}
