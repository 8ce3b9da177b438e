using FluentValidation;
using Governance.Audit;
using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>A member declares a conflict of interest unasked (§ 31 (4) GO NRW) and takes no part in the item.</summary>
public sealed record DeclareRecusal(Guid BallotId, string Reason) : ICommand<Done>, IRule<DeclareRecusal>
{
    /// <inheritdoc />
    public static Who<DeclareRecusal> Who => BallotAccess.Votes<DeclareRecusal>(request => request.BallotId);
}

internal sealed class DeclareRecusalValidator : AbstractValidator<DeclareRecusal>
{
    public DeclareRecusalValidator() => RuleFor(request => request.Reason)
        .NotEmpty().WithErrorCode("input.required").MaximumLength(1000).WithErrorCode("input.too-long");
}

internal sealed class DeclareRecusalHandler(GovernanceDb db, CommandScope scope, BallotClosing closing, AuditTrail audit, TimeProvider clock) : IRequestHandler<DeclareRecusal, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeclareRecusal request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (ballot.Status == BallotStatus.Closed)
            return Error.Of("ballot.closed", ("at", ballot.ClosedAt));
        var members = await db.Set<BallotMember>().Where(row => row.BallotId == ballot.Id).ToListAsync(cancellationToken);
        if (members.Find(row => row.PersonId == scope.Actor.PersonId) is not { } member)
            return AccessErrors.Forbidden(nameof(DeclareRecusal));
        if (member.VotedAt is not null)
            return Error.Of("ballot.already-voted", ("choice", member.Choice.ToString()), ("at", member.VotedAt));
        if (member.RecusalReason is not null)
            return Error.Of("ballot.recused");

        member.RecusalReason = request.Reason.Trim();
        await BallotTasks.CloseForAsync(db, ballot.Id, member, cancellationToken);
        await audit.RecordAsync(ballot.ProposalId, "ballot.recusal", new { ballot = ballot.Id, at = clock.GetUtcNow().UtcDateTime }, cancellationToken);
        if (ballot.Procedure == VotingProcedure.InSession || members.Exists(row => row.VotedAt is null && row.RecusalReason is null))
            return new Done();
        var closed = await closing.CloseAsync(instance, ballot, BallotCounting.Of(ballot, members), worded: null, cancellationToken);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }
}
