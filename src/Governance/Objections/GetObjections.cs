using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Objections;

/// <summary>The objections to decisions on a proposal, and what the actor may raise now.</summary>
public sealed record GetObjections(Guid ProposalId) : IQuery<DecisionObjections>, IRule<GetObjections>
{
    /// <inheritdoc />
    public static Who<GetObjections> Who => ProposalAccess.Sees<GetObjections>(request => request.ProposalId);
}

/// <summary>Objections to decisions on a proposal.</summary>
/// <param name="Period">The period that runs, or null.</param>
/// <param name="Raised">All, oldest first.</param>
public sealed record DecisionObjections(RunningObjectionPeriod? Period, IReadOnlyList<RaisedObjection> Raised);

/// <summary>A period within which a decision can be objected to.</summary>
/// <param name="Body">Code of the body that decided.</param>
/// <param name="BodyName">Its name.</param>
/// <param name="EndsAt">First instant (UTC) after it.</param>
/// <param name="Raised">How many objected within it.</param>
/// <param name="Needed">How many members must so that the decision is suspended.</param>
/// <param name="Mine">What the actor may raise now; empty once raised, or for whom it is not.</param>
public sealed record RunningObjectionPeriod(string Body, LocalText BodyName, DateTime EndsAt, int Raised, int Needed, IReadOnlyList<ObjectionKind> Mine);

/// <summary>One objection; the instant in UTC. <see cref="Suspends"/>: it suspended the decision. <see cref="OnBehalfOf"/>: the mayor for whom
/// the deputy raised it, or null.</summary>
public sealed record RaisedObjection(string By, ObjectionKind Kind, string Reason, DateTime At, bool Suspends, string? OnBehalfOf);

internal sealed class GetObjectionsHandler(GovernanceDb db, CommandScope scope, CityCalendar calendar, TimeProvider clock) : IRequestHandler<GetObjections, Result<DecisionObjections>>
{
    public async Task<Result<DecisionObjections>> Handle(GetObjections request, CancellationToken cancellationToken)
    {
        var raised = await db.Set<DecisionObjection>().AsNoTracking().Where(row => row.ProposalId == request.ProposalId)
            .Join(db.Users, row => row.PersonId, person => person.Id, (row, person) => new { Row = row, person.FullName }).OrderBy(one => one.Row.Sequence)
            .Select(one => new RaisedObjection(
                one.FullName, one.Row.Kind, one.Row.Reason, one.Row.At, one.Row.Suspends,
                db.Users.Where(person => person.Id == one.Row.OnBehalfOf).Select(person => person.FullName).FirstOrDefault())).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var period = await ObjectionPeriod.OfAsync(db, request.ProposalId, cancellationToken);
        return new DecisionObjections(
            period is null || now >= period.EndsAt ? null : await ShownAsync(period, now, cancellationToken),
            raised);
    }

    private async Task<RunningObjectionPeriod> ShownAsync(ObjectionPeriod period, DateTime now, CancellationToken ct)
    {
        var isMayor = await MayorsPower.IsHeldByAsync(scope.Actor, db, ct);
        var isMember = !isMayor && await period.IsMemberAsync(db, scope.Actor, ct);
        var mine = period.RaisedNow.Any(one => one.PersonId == scope.Actor.PersonId) ? [] : ObjectionRules.Allowed(period.Body.Kind, isMayor, isMember, period.Earlier);
        return new(
            period.Body.Code, new LocalText(period.Body.NameDe, period.Body.NameEn), period.EndsAt, period.RaisedNow.Count(), ObjectionRules.MembersNeeded(period.StatutoryMembers),
            [.. mine.Where(kind => period.Until(kind, calendar) is { IsSuccess: true } until && now < until.Value)]);
    }
}
