using System.Text.Json.Nodes;
using FluentValidation;
using Governance.Audit;
using Governance.Ballots;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Objections;

/// <summary>The mayor or a member of the committee objects to a decision before it is carried out (§§ 54, 57 (4), 62 (1) GO NRW). When it
/// takes effect, nothing is committed: the reservation stays, and the proposal is decided again.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="Kind">By what right.</param>
/// <param name="Reason">Why; stands in the history.</param>
public sealed record ObjectToDecision(Guid ProposalId, ObjectionKind? Kind, string Reason) : ICommand<ObjectionEffect>, IRule<ObjectToDecision>
{
    /// <summary>Longest reason in characters.</summary>
    public const int LongestReason = 4000;

    // Not by Who.When: the program may do many things, but it objects to nothing.

    /// <inheritdoc />
    public static Who<ObjectToDecision> Who => new("mayor or deputy of the mayor, or member of the body that decided", async (request, actor, db, ct) =>
        await MayorsPower.IsHeldByAsync(actor, db, ct) || await db.Set<Ballot>().AnyAsync(
            ballot => ballot.ProposalId == request.ProposalId && ballot.Role == BallotRole.Decision && db.Set<BallotMember>().Any(member => member.BallotId == ballot.Id && member.PersonId == actor.PersonId), ct));
}

/// <summary>What came of an objection.</summary>
/// <param name="Suspended">True when the decision is suspended and made again.</param>
/// <param name="Raised">How many members have objected.</param>
/// <param name="Needed">How many must.</param>
public sealed record ObjectionEffect(bool Suspended, int Raised, int Needed);

internal sealed class ObjectToDecisionValidator : AbstractValidator<ObjectToDecision>
{
    public ObjectToDecisionValidator()
    {
        RuleFor(request => request.Kind).NotNull().WithErrorCode("input.required").IsInEnum().WithErrorCode("input.unknown");
        RuleFor(request => request.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode("input.required")
            .MaximumLength(ObjectToDecision.LongestReason).WithErrorCode("input.too-long");
    }
}

internal sealed class ObjectToDecisionHandler(GovernanceDb db, CommandScope scope, ProcessRunner runner, DefinitionStore definitions, CityCalendar calendar, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<ObjectToDecision, Result<ObjectionEffect>>
{
    public async Task<Result<ObjectionEffect>> Handle(ObjectToDecision request, CancellationToken cancellationToken)
    {
        var instanceId = await db.Set<Proposals.Proposal>().Where(row => row.Id == request.ProposalId).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (instanceId is not { } id || await db.LockAsync<ProcessInstance>(id, cancellationToken) is not { } instance)
            return Error.Of("proposal.not-found");
        var now = clock.GetUtcNow().UtcDateTime;
        if (await ObjectionPeriod.OfAsync(db, request.ProposalId, cancellationToken) is not { } period || now >= period.EndsAt || !await CanGoOnAsync(instance, period, cancellationToken))
            return Error.Of("objection.no-period");
        var kind = request.Kind!.Value;
        var mayor = await MayorsPower.HeldForAsync(scope.Actor, db, cancellationToken);
        if (await RefusalAsync(kind, period, mayor is not null, now, cancellationToken) is { } refused)
            return refused;

        var away = mayor?.PersonId == scope.Actor.PersonId ? null : mayor;
        var raised = period.RaisedNow.Count() + 1;
        var suspends = ObjectionRules.Suspends(mayor is not null, raised, period.StatutoryMembers);
        var objection = new DecisionObjection
        {
            ProposalId = request.ProposalId,
            BookmarkKey = period.BookmarkKey,
            PersonId = scope.Actor.PersonId,
            OnBehalfOf = away?.PersonId,
            Kind = kind,
            Reason = request.Reason.Trim(),
            At = now,
            Suspends = suspends,
        };
        db.Add(objection);
        await audit.RecordAsync(request.ProposalId, "decision.objection", new { kind = kind.ToString(), body = period.Body.Code, reason = objection.Reason, suspends, onBehalfOf = away?.Name }, cancellationToken);
        var effect = new ObjectionEffect(suspends, raised, ObjectionRules.MembersNeeded(period.StatutoryMembers));
        if (!suspends)
            return effect;
        var contest = ObjectionRules.ContestOf(kind, period.Body.Kind);
        var outputs = new JsonObject
        {
            [nameof(AwaitObjectionPeriod.DecidesNext)] = ObjectionRules.DecidesNext(kind, period.Body.Code),
            [nameof(AwaitObjectionPeriod.Contested)] = contest == Contest.None ? "" : contest.ToString(),
        };
        var resumed = await runner.ResumeAsync(instance, new Stimulus.ResumeBookmark(period.BookmarkKey, [AwaitObjectionPeriod.Objected], outputs), cancellationToken);
        return resumed.IsSuccess ? effect : resumed.Error!;
    }

    private async Task<Error?> RefusalAsync(ObjectionKind kind, ObjectionPeriod period, bool isMayor, DateTime now, CancellationToken ct)
    {
        var isMember = !isMayor && await period.IsMemberAsync(db, scope.Actor, ct);
        if (!ObjectionRules.Allowed(period.Body.Kind, isMayor, isMember, period.Earlier).Contains(kind))
            return Error.Of("objection.not-allowed");
        if (period.RaisedNow.Any(one => one.PersonId == scope.Actor.PersonId))
            return Error.Of("objection.already-raised");
        var until = period.Until(kind, calendar);
        return until.IsSuccess ? now >= until.Value ? Error.Of("objection.third-day") : null : until.Error;
    }

    // A case on a version from before objections has no way on from one.
    private async Task<bool> CanGoOnAsync(ProcessInstance instance, ObjectionPeriod period, CancellationToken ct) =>
        (await definitions.GetAsync(db, instance.DefinitionId, instance.DefinitionNumber, ct)).Find(period.ActivityId)!.Inputs.ContainsKey(nameof(AwaitObjectionPeriod.Body));
}
