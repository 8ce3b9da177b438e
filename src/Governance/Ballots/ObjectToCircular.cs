using FluentValidation;
using Governance.Audit;
using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>A member objects to the circular procedure, also after voting, and so stops it while it runs: any one objection is enough.
/// The votes given until then count for nothing, nobody is shown them, and the body decides the item in a meeting.</summary>
/// <param name="BallotId">Which.</param>
/// <param name="Reason">Why; stands with the ballot.</param>
public sealed record ObjectToCircular(Guid BallotId, string Reason) : ICommand<Done>, IRule<ObjectToCircular>
{
    /// <summary>Longest reason in characters.</summary>
    public const int LongestReason = 1000;

    /// <inheritdoc />
    public static Who<ObjectToCircular> Who => BallotAccess.Votes<ObjectToCircular>(request => request.BallotId);
}

internal sealed class ObjectToCircularValidator : AbstractValidator<ObjectToCircular>
{
    public ObjectToCircularValidator() => RuleFor(request => request.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode("input.required")
        .MaximumLength(ObjectToCircular.LongestReason).WithErrorCode("input.too-long");
}

internal sealed class ObjectToCircularHandler(GovernanceDb db, CommandScope scope, BallotClosing closing, AuditTrail audit, TimeProvider clock) : IRequestHandler<ObjectToCircular, Result<Done>>
{
    public async Task<Result<Done>> Handle(ObjectToCircular request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (ballot.Procedure != VotingProcedure.Circular)
            return Error.Of("ballot.not-circular");
        if (ballot.Status == BallotStatus.Closed)
            return Error.Of("ballot.closed", ("at", ballot.ClosedAt));
        var members = await db.Set<BallotMember>().AsNoTracking().Where(row => row.BallotId == ballot.Id).ToListAsync(cancellationToken);

        // Whoever voted and has left since is still let in, to be told of the vote; the procedure is the members' of today.
        if (!members.Exists(row => row.PersonId == scope.Actor.PersonId) || !await db.SitsAsync(ballot.BodyId, scope.Actor, cancellationToken))
            return AccessErrors.Forbidden(nameof(ObjectToCircular));

        // Who is excluded from the item (§ 31 GO NRW) has no say in its procedure either.
        if (members.Exists(row => row.PersonId == scope.Actor.PersonId && row.RecusalReason is not null))
            return Error.Of("ballot.recused");
        var now = clock.GetUtcNow().UtcDateTime;
        var decided = CircularRules.StatusAt(new(members.Count, members.Count(row => row.VotedAt is not null), members.Max(row => row.VotedAt), now, ballot.DeadlineAt), now);
        if (decided.Status != CircularStatus.StoppedByObjection)
            return Error.Of("ballot.closed", ("at", ballot.DeadlineAt));

        ballot.ObjectedBy = scope.Actor.PersonId;
        ballot.ObjectionReason = request.Reason.Trim();
        await audit.RecordAsync(ballot.ProposalId, "ballot.objection", new { ballot = ballot.Id, reason = ballot.ObjectionReason }, cancellationToken);
        var stopped = await closing.StopAsync(instance, ballot, decided.Reason, cancellationToken);
        return stopped.IsSuccess ? new Done() : stopped.Error!;
    }
}
