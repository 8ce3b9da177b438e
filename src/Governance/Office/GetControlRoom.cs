using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>The Stabsstelle's control room: the pipeline by stage, what is stuck and since when, deadlines ahead, workload a team.</summary>
public sealed record GetControlRoom : IQuery<ControlRoom>, IRule<GetControlRoom>
{
    /// <inheritdoc />
    public static Who<GetControlRoom> Who => People.Who.Holds<GetControlRoom>(Role.Office, Role.Mayor, Role.Auditor);
}

/// <summary>What the control room shows; amounts in euro cents, instants in UTC.</summary>
public sealed record ControlRoom(
    IReadOnlyList<PipelineStage> Pipeline, IReadOnlyList<OpenCase> Stuck, IReadOnlyList<OpenCase> Ahead, IReadOnlyList<TeamLoad> Workload, int OverdueTasks);

/// <summary>A stage with its cases and their cost.</summary>
public sealed record PipelineStage(ProposalStage Stage, int Count, long Cents);

/// <summary>A case with the task it waits for.</summary>
public sealed record OpenCase(Guid ProposalId, string? Number, string Title, ProposalStage Stage, DateTime StageSince, string ActivityId, TaskKind Kind, string Assignee, DateTime DueAt);

/// <summary>Open and overdue tasks of a team; never of a person.</summary>
public sealed record TeamLoad(string Team, int Open, int Overdue);

internal sealed class GetControlRoomHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<GetControlRoom, Result<ControlRoom>>
{
    private const int Lines = 10;

    public async Task<Result<ControlRoom>> Handle(GetControlRoom request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var pipeline = await db.Set<Proposal>().Where(row => row.SubmittedAt != null).GroupBy(row => row.Stage)
            .Select(stage => new PipelineStage(stage.Key, stage.Count(), stage.Sum(row => row.TotalCostCents))).ToListAsync(cancellationToken);
        var open = db.Set<InboxTask>().AsNoTracking().Where(task => task.IsOpen && task.Kind != TaskKind.Notice && task.Kind != TaskKind.Vote);
        var load = await open.Where(task => task.Assignee.StartsWith("role:")).GroupBy(task => task.Assignee)
            .Select(team => new TeamLoad(team.Key, team.Count(), team.Count(task => task.DueAt <= now))).ToListAsync(cancellationToken);
        return new ControlRoom(
            [.. pipeline.OrderBy(stage => stage.Stage)],
            await CasesAsync(open.Where(task => task.DueAt <= now), cancellationToken),
            await CasesAsync(open.Where(task => task.DueAt > now), cancellationToken),
            [.. load.OrderByDescending(team => team.Open)],
            await open.CountAsync(task => task.DueAt <= now, cancellationToken));
    }

    private async Task<List<OpenCase>> CasesAsync(IQueryable<InboxTask> tasks, CancellationToken ct) =>
        await tasks.OrderBy(task => task.DueAt).ThenBy(task => task.Sequence).Take(Lines)
            .Join(db.Set<Proposal>(), task => task.ProposalId, row => row.Id, (task, row) => new OpenCase(
                row.Id, row.Number, row.Title, row.Stage, row.StageSince, task.ActivityId, task.Kind, task.Assignee, task.DueAt))
            .OrderBy(line => line.DueAt).ToListAsync(ct);
}
