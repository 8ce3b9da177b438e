using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>Cases that have stood in one stage for long: where their process waits, and for whom. Four queries, whatever their number.</summary>
public sealed class StuckCases(GovernanceDb db, Pipeline pipeline, StationNames stations)
{
    internal async Task<(List<StuckCase> Cases, int Count)> ReadAsync(DateTime before, int lines, CancellationToken ct)
    {
        var standing = pipeline.Cases.Where(row => row.StageSince <= before);
        var rows = await standing.OrderBy(row => row.StageSince).ThenBy(row => row.Sequence).Take(lines)
            .Select(row => new { row.Id, row.Number, row.Title, row.Stage, row.StageSince, row.TotalCostCents, row.InstanceId }).ToListAsync(ct);
        if (rows.Count == 0)
            return ([], 0);
        var proposals = rows.Select(row => row.Id).ToArray();
        var waits = (await WaitsAsync(proposals, ct)).ToLookup(task => task.ProposalId);
        var marks = (await MarksAsync([.. rows.Select(row => row.InstanceId).OfType<Guid>()], ct)).ToLookup(mark => mark.InstanceId);
        var cases = new List<StuckCase>();
        foreach (var row in rows)
        {
            var names = new List<LocalText>();
            foreach (var mark in marks[row.InstanceId ?? Guid.Empty])
                if (await stations.OfAsync(mark.DefinitionId, mark.DefinitionNumber, mark.ActivityId, ct) is { } name && !names.Contains(name))
                    names.Add(name);
            var due = waits[row.Id].Select(task => (DateTime?)task.DueAt).Concat(marks[row.InstanceId ?? Guid.Empty].Select(mark => mark.FiresAt)).Min();
            cases.Add(new StuckCase(row.Id, row.Number, row.Title, row.Stage, row.StageSince, row.TotalCostCents, names, [.. waits[row.Id].Select(Of).Distinct()], due));
        }

        return (cases, rows.Count < lines ? rows.Count : await standing.CountAsync(ct));
    }

    // A body is named where its members vote or somebody runs its ballot; a role by its holders; only then a person.
    private static WaitsFor Of(Waiting task) =>
        task.Body is { } body ? new(null, body, null) : Assignee.RoleOf(task.Assignee) is { } role ? new(role, null, null) : new(null, null, task.Person);

    private async Task<List<Waiting>> WaitsAsync(Guid[] proposals, CancellationToken ct)
    {
        var tasks = await (from task in db.Set<InboxTask>().AsNoTracking()
                           where proposals.Contains(task.ProposalId) && task.IsOpen && task.Kind != TaskKind.Notice
                           join found in db.Set<Ballot>() on task.BallotId equals found.Id into ballots
                           from ballot in ballots.DefaultIfEmpty()
                           join known in db.Set<Body>() on ballot.BodyId equals known.Id into bodies
                           from body in bodies.DefaultIfEmpty()
                           select new { task.ProposalId, task.Assignee, task.DueAt, De = (string?)body.NameDe, En = (string?)body.NameEn }).ToListAsync(ct);
        var ids = tasks.Where(task => task.De is null).Select(task => Assignee.PersonOf(task.Assignee)).OfType<Guid>().Distinct().ToArray();
        var names = ids.Length == 0 ? [] : await db.Set<Person>().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        return [.. tasks.Select(task => new Waiting(
            task.ProposalId, task.Assignee, task.DueAt, task.De is null ? null : new LocalText(task.De, task.En!),
            Assignee.PersonOf(task.Assignee) is { } person ? names.GetValueOrDefault(person) : null))];
    }

    private async Task<List<Mark>> MarksAsync(Guid[] instances, CancellationToken ct) =>
        await db.Set<Bookmark>().AsNoTracking().Where(mark => instances.Contains(mark.InstanceId))
            .Join(db.Set<ProcessInstance>(), mark => mark.InstanceId, instance => instance.Id, (mark, instance) => new Mark(
                mark.InstanceId, mark.ActivityId, mark.FiresAt, instance.DefinitionId, instance.DefinitionNumber))
            .ToListAsync(ct);

    private sealed record Waiting(Guid ProposalId, string Assignee, DateTime DueAt, LocalText? Body, string? Person);

    private sealed record Mark(Guid InstanceId, string ActivityId, DateTime? FiresAt, string DefinitionId, int DefinitionNumber);
}
