using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Cases that an error has stopped, oldest first. The matter itself is left out: an administrator has no say in it.</summary>
public sealed record ListIncidents(long? After, int Limit) : IQuery<IReadOnlyList<IncidentLine>>, IRule<ListIncidents>
{
    /// <summary>Most lines at once.</summary>
    public const int MostLines = 200;

    /// <inheritdoc />
    public static Who<ListIncidents> Who => People.Who.Holds<ListIncidents>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>One incident that waits for a decision; instant in UTC.</summary>
/// <param name="Sequence">Cursor of the next page.</param>
/// <param name="Id">The incident.</param>
/// <param name="InstanceId">The case.</param>
/// <param name="Number">Aktenzeichen of the proposal, or null for a case of another kind.</param>
/// <param name="DefinitionId">Which workflow.</param>
/// <param name="DefinitionNumber">Which version of it.</param>
/// <param name="Activity">The failed activity, as people see it.</param>
/// <param name="Message">What went wrong, naming activity and expression.</param>
/// <param name="At">When.</param>
public sealed record IncidentLine(long Sequence, Guid Id, Guid InstanceId, string? Number, string DefinitionId, int DefinitionNumber, LocalText Activity, string Message, DateTime At);

/// <summary>One incident with what can be done about it.</summary>
public sealed record GetIncident(Guid Id) : IQuery<IncidentDetails>, IRule<GetIncident>
{
    /// <inheritdoc />
    public static Who<GetIncident> Who => People.Who.Holds<GetIncident>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>An incident for a decision.</summary>
/// <param name="Line">What happened.</param>
/// <param name="ResolvedAt">When it was dealt with (UTC), or null while open.</param>
/// <param name="Outcomes">With which of them the case can go on when the activity is skipped.</param>
/// <param name="CanEnd">Whether the case can be ended: a proposal's own only before its decision.</param>
/// <param name="EndsProposal">Whether the proposal would end with it.</param>
public sealed record IncidentDetails(IncidentLine Line, DateTime? ResolvedAt, IReadOnlyList<SkipOutcome> Outcomes, bool CanEnd, bool EndsProposal);

/// <summary>An outcome with which a failed activity can be skipped.</summary>
/// <param name="Outcome">The port of the definition.</param>
/// <param name="Label">As people call it.</param>
public sealed record SkipOutcome(string Outcome, LocalText Label);

internal sealed class IncidentsHandler(GovernanceDb db, DefinitionStore definitions) :
    IRequestHandler<ListIncidents, Result<IReadOnlyList<IncidentLine>>>, IRequestHandler<GetIncident, Result<IncidentDetails>>
{
    public async Task<Result<IReadOnlyList<IncidentLine>>> Handle(ListIncidents request, CancellationToken cancellationToken)
    {
        var open = db.Set<Incident>().AsNoTracking().Where(row => row.ResolvedAt == null && (request.After == null || row.Sequence > request.After))
            .OrderBy(row => row.Sequence).Take(Math.Clamp(request.Limit, 1, ListIncidents.MostLines));
        var lines = new List<IncidentLine>();
        foreach (var row in (await Rows(open).ToListAsync(cancellationToken)).OrderBy(row => row.Incident.Sequence))
            lines.Add(await LineAsync(row, cancellationToken));
        return Result.Ok<IReadOnlyList<IncidentLine>>(lines);
    }

    public async Task<Result<IncidentDetails>> Handle(GetIncident request, CancellationToken cancellationToken)
    {
        if (await Rows(db.Set<Incident>().AsNoTracking().Where(row => row.Id == request.Id)).SingleOrDefaultAsync(cancellationToken) is not { } row)
            return Error.Of("incident.not-found");
        var definition = await definitions.GetAsync(db, row.DefinitionId, row.DefinitionNumber, cancellationToken);
        var node = definition.Find(row.Incident.ActivityId);
        var endsProposal = row.Proposal is not null && await ChildCases.EndsTheFirstAsync(db, row.Incident.InstanceId, cancellationToken);
        return new IncidentDetails(
            await LineAsync(row, cancellationToken), row.Incident.ResolvedAt, [.. (node?.PossibleOutcomes ?? ["Done"]).Select(outcome => new SkipOutcome(outcome, OutcomeWords.Of(node, outcome)))], !endsProposal || EndOfCase.IsPossible(row.Proposal!), endsProposal);
    }

    private IQueryable<Row> Rows(IQueryable<Incident> incidents) =>
        from incident in incidents
        join instance in db.Set<ProcessInstance>() on incident.InstanceId equals instance.Id
        join proposal in db.Set<Proposal>() on instance.SubjectId equals proposal.Id into proposals
        from proposal in proposals.DefaultIfEmpty()
        select new Row(incident, instance.DefinitionId, instance.DefinitionNumber, proposal);

    private async Task<IncidentLine> LineAsync(Row row, CancellationToken ct)
    {
        var definition = await definitions.GetAsync(db, row.DefinitionId, row.DefinitionNumber, ct);
        return new(row.Incident.Sequence, row.Incident.Id, row.Incident.InstanceId, row.Proposal?.Number, row.DefinitionId, row.DefinitionNumber, ProcessMap.NameOf(definition, row.Incident.ActivityId), row.Incident.Message, row.Incident.At);
    }

    private sealed record Row(Incident Incident, string DefinitionId, int DefinitionNumber, Proposal? Proposal);
}
