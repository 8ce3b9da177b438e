using FluentValidation;
using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Chair or clerk closes the ballot; the votes given in the program are counted.</summary>
/// <param name="BallotId">Which.</param>
/// <param name="Present">Voting members in the room, recused ones included, when more were there than voted; else null.</param>
/// <param name="ExpertCitizens">Expert citizens among those taking part, where <paramref name="Present"/> is given and some have a seat; else null.</param>
/// <param name="Lack">What happened in the meeting when fewer take part than the quorum takes; null otherwise.</param>
public sealed record CloseBallot(Guid BallotId, int? Present = null, int? ExpertCitizens = null, QuorumLack? Lack = null) : ICommand<Done>, IRule<CloseBallot>
{
    /// <inheritdoc />
    public static Who<CloseBallot> Who => BallotAccess.Conducts<CloseBallot>(request => request.BallotId);
}

internal sealed class CloseBallotValidator : AbstractValidator<CloseBallot>
{
    public CloseBallotValidator()
    {
        RuleFor(request => request.Present).InclusiveBetween(0, 1000).WithErrorCode("input.out-of-range");
        RuleFor(request => request.ExpertCitizens).InclusiveBetween(0, 1000).WithErrorCode("input.out-of-range");
        RuleFor(request => request.Lack).IsInEnum().WithErrorCode("input.unknown");
        RuleFor(request => request.ExpertCitizens).Null().When(request => request.Present is null).WithErrorCode("ballot.expert-citizens-of-nobody");
    }
}

internal sealed class CloseBallotHandler(GovernanceDb db, BallotClosing closing, TimeProvider clock) : IRequestHandler<CloseBallot, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseBallot request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (ballot.Status != BallotStatus.Open)
            return Error.Of(ballot.Status == BallotStatus.Closed ? "ballot.closed" : "ballot.not-open", ("at", ballot.ClosedAt));

        // A circular ballot runs until all have voted or its deadline: nobody may cut it short.
        if (ballot.Procedure == VotingProcedure.Circular && clock.GetUtcNow().UtcDateTime < ballot.DeadlineAt)
            return Error.Of("ballot.circular-runs", ("until", ballot.DeadlineAt));
        var members = await db.Set<BallotMember>().Where(row => row.BallotId == ballot.Id).ToListAsync(cancellationToken);
        var count = BallotCounting.Of(ballot, members, request.Present, request.ExpertCitizens);
        if (ballot.Procedure == VotingProcedure.InSession && await RefusalAsync(request, ballot, members, count, cancellationToken) is { } refused)
            return refused;
        var closed = await closing.CloseAsync(instance, ballot, count with { LackNotEstablished = request.Lack == QuorumLack.NotEstablished }, worded: null, cancellationToken);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }

    // Closing cannot be taken back: whoever forgot to say how many are in the room would end an item that the body has decided.
    private async Task<Error?> RefusalAsync(CloseBallot request, Ballot ballot, List<BallotMember> members, BallotCount count, CancellationToken ct)
    {
        if (BallotCountCheck.Check(count with { Committee = null }) is { } wrong)
            return wrong;
        if (request.Present is not null
            && (await db.CommitteeSeatsAsync(ballot, clock.GetUtcNow().UtcDateTime, ct)).Check(count.TakingPart, request.ExpertCitizens, BallotCounting.Voted(members)) is { } attendance)
            return attendance;
        var quorum = QuorumRule.Decide(count);
        if (quorum.IsQuorate && request.Lack is not null)
            return Error.Of("ballot.is-quorate", ("why", quorum.Reason));
        if (!quorum.IsQuorate && request.Lack is null)
            return Error.Of("ballot.close-not-quorate", ("why", quorum.Reason));
        return request.Lack != QuorumLack.Established && count.Yes + count.No + count.Abstain == 0 ? Error.Of("ballot.close-no-votes") : null;
    }
}
