using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The cases about a proposal besides its own one, newest first: begun by hand, by an event, or by another case.</summary>
public sealed record ListOtherCases(Guid ProposalId) : IQuery<IReadOnlyList<OtherCase>>, IRule<ListOtherCases>
{
    /// <summary>Most that are told of.</summary>
    public const int Most = 100;

    /// <inheritdoc />
    public static Who<ListOtherCases> Who => ProposalAccess.Sees<ListOtherCases>(request => request.ProposalId);
}

/// <summary>One of them; instants in UTC.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its workflow.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="EndedAt">Until when, or null.</param>
/// <param name="DueAt">When the first of what it waits for is due, or null.</param>
/// <param name="Waits">Which roles are asked: keys of assignees; nobody of a vote.</param>
/// <param name="People">Who is asked in person: names.</param>
/// <param name="Ballots">The ballots held or running in it, oldest first.</param>
/// <param name="Labels">What people call its activities.</param>
public sealed record OtherCase(
    Guid Id, LocalText Title, ProcessStatus Status, DateTime StartedAt, DateTime? EndedAt, DateTime? DueAt, IReadOnlyList<string> Waits, IReadOnlyList<string> People, IReadOnlyList<StationBallot> Ballots,
    IReadOnlyDictionary<string, LocalText> Labels);

internal sealed class ListOtherCasesHandler(GovernanceDb db, DefinitionStore definitions) : IRequestHandler<ListOtherCases, Result<IReadOnlyList<OtherCase>>>
{
    public async Task<Result<IReadOnlyList<OtherCase>>> Handle(ListOtherCases request, CancellationToken cancellationToken)
    {
        var cases = await db.Set<Proposal>().Where(row => row.Id == request.ProposalId && row.InstanceId != null)
            .Join(db.Set<ProcessInstance>().AsNoTracking(), row => row.InstanceId, other => other.RootId, (_, other) => other)
            .OrderByDescending(other => other.Sequence).Take(ListOtherCases.Most)
            .Select(other => new { other.Id, other.DefinitionId, other.DefinitionNumber, other.Status, other.StartedAt, other.EndedAt }).ToListAsync(cancellationToken);
        var ids = cases.ConvertAll(other => other.Id).ToArray();
        var tasks = ids.Length == 0 ? [] : await db.Set<InboxTask>().AsNoTracking().Where(task => ids.Contains(task.InstanceId) && task.IsOpen && task.Kind != TaskKind.Notice)
            .OrderBy(task => task.Sequence).Select(task => new { task.InstanceId, task.Kind, task.DueAt, task.Assignee }).ToListAsync(cancellationToken);
        var ballots = ids.Length == 0 ? [] : await db.Set<Ballot>().AsNoTracking().Where(ballot => ids.Contains(ballot.InstanceId)).OrderBy(ballot => ballot.Sequence)
            .Join(db.Set<Body>(), ballot => ballot.BodyId, body => body.Id, (ballot, body) => new
            {
                ballot.InstanceId,
                Held = new StationBallot(ballot.Id, new LocalText(body.NameDe, body.NameEn), ballot.Status, ballot.Outcome, ballot.Yes, ballot.No, ballot.Abstained, ballot.ClosedAt),
            }).ToListAsync(cancellationToken);

        var asked = tasks.Where(task => task.Kind != TaskKind.Vote).Select(task => Assignee.PersonOf(task.Assignee)).OfType<Guid>().Distinct().ToArray();
        var people = asked.Length == 0 ? [] : await db.Set<Person>().Where(person => asked.Contains(person.Id)).Select(person => new { person.Id, person.FullName }).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);

        var found = new List<OtherCase>();
        foreach (var other in cases)
        {
            var definition = await definitions.GetAsync(db, other.DefinitionId, other.DefinitionNumber, cancellationToken);
            var open = tasks.Where(task => task.InstanceId == other.Id).ToList();
            var keys = open.Where(task => task.Kind != TaskKind.Vote).Select(task => task.Assignee).Distinct(StringComparer.Ordinal).ToList();
            found.Add(new(
                other.Id, DefinitionsHandler.TitleOf(definition), other.Status, other.StartedAt, other.EndedAt, open.Select(task => (DateTime?)task.DueAt).Where(due => due != InboxTask.WithTheMeeting).Min(),
                [.. keys.Where(key => Assignee.PersonOf(key) is null)], [.. keys.Select(Assignee.PersonOf).OfType<Guid>().Select(person => people[person]).Distinct(StringComparer.Ordinal)], [.. ballots.Where(ballot => ballot.InstanceId == other.Id).Select(ballot => ballot.Held)],
                definition.Nodes.Select(node => (node.Id, Label: ProcessMap.LabelOf(node))).Where(one => one.Label is not null).ToDictionary(one => one.Id, one => one.Label!, StringComparer.Ordinal)));
        }

        return Result.Ok<IReadOnlyList<OtherCase>>(found);
    }
}
