using System.Text.Json.Serialization;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Where a proposal stands on its way: what is done, what it waits for, what lies ahead, and why this way.</summary>
public sealed record GetRoute(Guid ProposalId) : IQuery<Route>, IRule<GetRoute>
{
    /// <inheritdoc />
    public static Who<GetRoute> Who => ProposalAccess.Sees<GetRoute>(request => request.ProposalId);
}

/// <summary>The way of a case. <see cref="Reason"/>: reasons as JSON, or null before routing.</summary>
public sealed record Route(IReadOnlyList<RouteStation> Stations, IReadOnlyList<Way> Ways, string? Reason, int DefinitionNumber, int OpenIncidents)
{
    /// <summary>The case.</summary>
    [JsonIgnore]
    public Guid InstanceId { get; init; }

    /// <summary>What is done in its order, then what runs; nothing of what is still to come.</summary>
    [JsonIgnore]
    public IReadOnlyList<RouteStation> InOrder =>
        [.. Stations.Where(station => station.State is StationState.Done or StationState.Current).OrderBy(station => station.State).ThenBy(station => station.Order)];
}

/// <summary>How a station stands.</summary>
public enum StationState
{
    /// <summary>Erledigt.</summary>
    Done,

    /// <summary>Jetzt.</summary>
    Current,

    /// <summary>Vorgesehen.</summary>
    Ahead,

    /// <summary>Möglich: only if something goes otherwise.</summary>
    Possible,

    /// <summary>Entfallen: the case did not come here and cannot any more.</summary>
    NotTaken,
}

/// <summary>A station of a case; instants in UTC.</summary>
/// <param name="Station">Label and place.</param>
/// <param name="State">How it stands.</param>
/// <param name="At">When it was last completed, or null.</param>
/// <param name="By">Who answered, or null.</param>
/// <param name="Answer">What was answered, or null.</param>
/// <param name="Comment">The reasons given, or null.</param>
/// <param name="DueAt">Until when, for a current one.</param>
/// <param name="Waits">Who is waited for: keys of assignees.</param>
/// <param name="Ballots">The ballots held or running at this station, oldest first.</param>
public sealed record RouteStation(
    Station Station, StationState State, DateTime? At, string? By, LocalText? Answer, string? Comment, DateTime? DueAt, IReadOnlyList<string> Waits, IReadOnlyList<StationBallot> Ballots)
{
    /// <summary>Why the case is or was here; empty where it has not been. Sentences of it are given by the explanation.</summary>
    [JsonIgnore]
    public IReadOnlyList<Reason> Why { get; init; } = [];

    /// <summary>Its place among those that are done, in the order in which they were completed last: of one step many are at the same instant.</summary>
    [JsonIgnore]
    public int Order { get; init; }

    /// <summary>Whether another workflow runs or ran here.</summary>
    [JsonIgnore]
    public bool IsOtherCase { get; init; }

    /// <summary>Whether the authority table was asked here.</summary>
    [JsonIgnore]
    public bool IsRouting { get; init; }
}

/// <summary>A ballot at a station; the counts are null until it is closed or when the minutes give none.</summary>
public sealed record StationBallot(Guid Id, LocalText Body, BallotStatus Status, string? Outcome, int? Yes, int? No, int? Abstained, DateTime? ClosedAt);

internal sealed class GetRouteHandler(GovernanceDb db, DefinitionStore definitions) : IRequestHandler<GetRoute, Result<Route>>
{
    public async Task<Result<Route>> Handle(GetRoute request, CancellationToken cancellationToken)
    {
        if (await db.Set<Proposal>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ProposalId, cancellationToken) is not { } proposal)
            return Error.Of("proposal.not-found");
        if (await InstanceAsync(proposal, cancellationToken) is not var (definitionId, number, instanceId))
            return Error.Of("route.not-begun");
        var definition = await definitions.GetAsync(db, definitionId, number, cancellationToken);
        var map = ProcessMap.Of(definition);
        var incidents = await db.Set<Incident>().Where(row => row.InstanceId == instanceId && row.ResolvedAt == null).Select(row => row.ActivityId).ToListAsync(cancellationToken);
        var marks = await db.Set<Bookmark>().Where(row => row.InstanceId == instanceId).Select(row => new { row.Key, row.ActivityId }).ToListAsync(cancellationToken);
        var waiting = marks.ConvertAll(row => row.ActivityId);
        var asked = await AskedBelowAsync(instanceId, cancellationToken);

        // Where it failed it stands, until somebody has mended it.
        waiting.AddRange(incidents);
        var journal = await JournalAsync(instanceId, cancellationToken);
        var tasks = await TasksAsync(instanceId, cancellationToken);
        var ballots = await BallotsAsync(instanceId, cancellationToken);
        var facts = new Facts(
            waiting, Completed(journal), map.AheadOf(waiting), map.ReachableFrom(waiting), tasks, marks.SelectMany(mark => asked[mark.Key], (mark, one) => (mark.ActivityId, one)).ToLookup(one => one.ActivityId, one => one.one, StringComparer.Ordinal), ballots,
            new(definition, number, RouteCause.Of(definition, journal.Select(row => row.Entry)), ReasonJson.ReadAll(proposal.RouteReason),
                tasks.Where(task => task.Kind.IsAnsweredByForm() || task.Kind == TaskKind.Correction).ToLookup(task => task.ActivityId, task => TaskForm.Parse(task.Form), StringComparer.Ordinal)));
        return new Route([.. map.Stations.Select(station => Of(station, facts))], map.Ways, proposal.RouteReason, number, incidents.Count) { InstanceId = instanceId };
    }

    private async Task<List<(DateTime At, JournalEntry Entry)>> JournalAsync(Guid instance, CancellationToken ct) =>
        [.. (await db.Set<JournalStep>().AsNoTracking().Where(row => row.InstanceId == instance).OrderBy(row => row.First).Select(row => new { row.At, row.Entries }).ToListAsync(ct))
            .SelectMany(step => JournalStep.Read(step.Entries).Select(entry => (step.At, entry)))];

    // When each activity ended last, and as which of all.
    private static Dictionary<string, (DateTime At, int Order)> Completed(List<(DateTime At, JournalEntry Entry)> journal)
    {
        var completed = new Dictionary<string, (DateTime, int)>(StringComparer.Ordinal);
        for (var order = 0; order < journal.Count; order++)
            if (journal[order].Entry.Event == JournalEvent.Completed)
                completed[journal[order].Entry.Activity] = (journal[order].At, order);
        return completed;
    }

    private async Task<(string DefinitionId, int Number, Guid InstanceId)?> InstanceAsync(Proposal proposal, CancellationToken ct)
    {
        if (proposal.InstanceId is not { } id)
            return null;
        var instance = await db.Set<ProcessInstance>().Where(row => row.Id == id).Select(row => new { row.DefinitionId, row.DefinitionNumber }).SingleAsync(ct);
        return (instance.DefinitionId, instance.DefinitionNumber, id);
    }

    private static RouteStation Of(Station station, Facts facts)
    {
        var (completed, tasks, ballots) = (facts.Completed, facts.Tasks, facts.Ballots);
        var isCurrent = facts.Waiting.Contains(station.ActivityId, StringComparer.Ordinal);
        var state = isCurrent ? StationState.Current
            : completed.ContainsKey(station.ActivityId) ? StationState.Done
            : facts.Ahead.Contains(station.ActivityId) ? StationState.Ahead
            : facts.Reachable.Contains(station.ActivityId) ? StationState.Possible : StationState.NotTaken;
        var here = tasks.Where(task => task.ActivityId == station.ActivityId).ToList();
        var answered = here.LastOrDefault(task => task.Outcome is not null);
        var open = here.Where(task => task.IsOpen && task.Kind != TaskKind.Notice).ToList();
        var below = facts.Below[station.ActivityId].ToList();
        var held = ballots.Where(row => here.Exists(task => task.BallotId == row.Ballot.Id)).ToList();
        return new RouteStation(
            station, state, state == StationState.Done ? completed[station.ActivityId].At : null, answered?.By,
            answered is null ? null : TaskForm.Parse(answered.Form).Answers.FirstOrDefault(answer => answer.Outcome == answered.Outcome)?.Label,
            answered?.Comment, open.Select(task => task.DueAt).Concat(below.Select(one => one.DueAt)).Select(due => (DateTime?)due).Min(),
            [.. open.Where(task => task.Kind != TaskKind.Vote).Select(task => task.Assignee).Concat(below.Where(one => one.Kind != TaskKind.Vote).Select(one => one.Assignee)).Distinct(StringComparer.Ordinal)],
            [.. held.Select(row => row.Ballot)])
        {
            Order = state == StationState.Done ? completed[station.ActivityId].Order : 0,
            IsOtherCase = facts.Reasons.IsOtherCase(station.ActivityId),
            IsRouting = facts.Reasons.IsRouting(station.ActivityId),
            Why = state is StationState.Done or StationState.Current
                ? facts.Reasons.Of(station.ActivityId, here.LastOrDefault(task => task.Kind.IsAnsweredByForm() || task.Kind == TaskKind.Correction)?.Why, [.. held.Select(Explained)])
                : [],
        };
    }

    private static ExplainedBallot Explained(BallotRow row) =>
        new(new Term("body", row.BodyCode) { Name = row.Ballot.Body }, row.Role, row.SecondCall, row.OutcomeReason);

    private async Task<List<TaskRow>> TasksAsync(Guid instance, CancellationToken ct) =>
        await db.Set<InboxTask>().AsNoTracking().Where(task => task.InstanceId == instance).OrderBy(task => task.Sequence)
            .Select(task => new TaskRow(
                task.ActivityId, task.Kind, task.Form, task.Why, task.Outcome, task.Comment, task.IsOpen, task.DueAt, task.Assignee, task.BallotId,
                db.Set<Person>().Where(person => person.Id == task.CompletedBy).Select(person => person.FullName).FirstOrDefault()))
            .ToListAsync(ct);

    // Who is asked in a workflow that the case started and waits for, by the bookmark that waits.
    private async Task<ILookup<string, AskedBelow>> AskedBelowAsync(Guid instance, CancellationToken ct) =>
        (await db.Set<InboxTask>().AsNoTracking().Where(task => task.IsOpen && task.Kind != TaskKind.Notice)
            .Join(db.Set<ProcessInstance>().Where(child => child.ParentId == instance && child.ParentBookmark != null), task => task.InstanceId, child => child.Id, (task, child) => new { child.ParentBookmark, task.Sequence, task.Kind, task.DueAt, task.Assignee })
            .OrderBy(row => row.Sequence).ToListAsync(ct)).ToLookup(row => row.ParentBookmark!, row => new AskedBelow(row.Kind, row.DueAt, row.Assignee), StringComparer.Ordinal);

    private async Task<List<BallotRow>> BallotsAsync(Guid instance, CancellationToken ct) =>
        await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.InstanceId == instance).OrderBy(ballot => ballot.Sequence)
            .Join(db.Set<Body>(), ballot => ballot.BodyId, body => body.Id, (ballot, body) => new BallotRow(
                new StationBallot(ballot.Id, new LocalText(body.NameDe, body.NameEn), ballot.Status, ballot.Outcome, ballot.Yes, ballot.No, ballot.Abstained, ballot.ClosedAt),
                body.Code, ballot.Role, ballot.SecondCall, ballot.OutcomeReason))
            .ToListAsync(ct);

    private sealed record TaskRow(
        string ActivityId, TaskKind Kind, string Form, string Why, string? Outcome, string? Comment, bool IsOpen, DateTime DueAt, string Assignee, Guid? BallotId, string? By);

    private sealed record AskedBelow(TaskKind Kind, DateTime DueAt, string Assignee);

    private sealed record BallotRow(StationBallot Ballot, string BodyCode, BallotRole Role, bool SecondCall, string? OutcomeReason);

    private sealed record Facts(
        List<string> Waiting, Dictionary<string, (DateTime At, int Order)> Completed, IReadOnlySet<string> Ahead, IReadOnlySet<string> Reachable, List<TaskRow> Tasks, ILookup<string, AskedBelow> Below,
        List<BallotRow> Ballots, RouteReasons Reasons);
}
