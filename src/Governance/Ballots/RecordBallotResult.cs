using FluentValidation;
using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>The clerk records the result of an item in session, as the minutes word it. Of a circular ballot only what needs no
/// vote is recorded (postponed, taken off, referred, noted, settled, withdrawn), and only before the first vote. In session the record
/// never contradicts the votes given in the program (§ 50 GO NRW): once there is one, only a result with counts is recorded, which may
/// add votes given by hand but has at least those of the program; otherwise the ballot is closed and counted.</summary>
/// <param name="BallotId">Which.</param>
/// <param name="Outcome">As worded; must not contradict the counts.</param>
/// <param name="Counts">Counts where the minutes give them, else null.</param>
/// <param name="GrantedCents">Sum granted in euro cents where it was changed, else null.</param>
/// <param name="ReferredTo">Code of the body where it was referred, else null.</param>
public sealed record RecordBallotResult(Guid BallotId, DecisionOutcome Outcome, RecordedCounts? Counts = null, long? GrantedCents = null, string? ReferredTo = null)
    : ICommand<Done>, IRule<RecordBallotResult>
{
    /// <inheritdoc />
    public static Who<RecordBallotResult> Who => BallotAccess.Conducts<RecordBallotResult>(request => request.BallotId);
}

/// <summary>Counts of the minutes: in full, or only the dissent; then <see cref="Yes"/> is null and follows from the rest.</summary>
/// <param name="Present">Voting members in the room, recused ones included.</param>
/// <param name="Yes">Yes votes, or null when only the dissent was minuted.</param>
/// <param name="No">No votes.</param>
/// <param name="Abstain">Abstentions.</param>
/// <param name="Recused">Conflicts of interest.</param>
/// <param name="NotVoting">Present, but did not vote.</param>
/// <param name="ExpertCitizens">Expert citizens among those taking part, in committees.</param>
public sealed record RecordedCounts(int Present, int? Yes, int No, int Abstain, int Recused = 0, int NotVoting = 0, int ExpertCitizens = 0);

internal sealed class RecordBallotResultValidator : AbstractValidator<RecordBallotResult>
{
    public RecordBallotResultValidator()
    {
        RuleFor(request => request.Outcome).IsInEnum().WithErrorCode("input.unknown");
        RuleFor(request => request.GrantedCents).GreaterThan(0).WithErrorCode("input.not-positive");
        RuleFor(request => request.GrantedCents).Null().When(request => !ChangesTheSum(request.Outcome)).WithErrorCode("ballot.sum-of-unchanged");
        RuleFor(request => request.ReferredTo).Null().When(request => request.Outcome != DecisionOutcome.Referred).WithErrorCode("ballot.refers-nowhere");
        RuleFor(request => request.ReferredTo).NotEmpty().When(request => request.Outcome == DecisionOutcome.Referred).WithErrorCode("input.required");
    }

    private static bool ChangesTheSum(DecisionOutcome outcome) =>
        Enum.IsDefined(outcome) && outcome.ToCoarse() is CoarseOutcome.AdoptedAmended or CoarseOutcome.AdoptedInPart;
}

internal sealed class RecordBallotResultHandler(GovernanceDb db, BallotClosing closing) : IRequestHandler<RecordBallotResult, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordBallotResult request, CancellationToken cancellationToken)
    {
        if (await db.LockBallotAsync(request.BallotId, cancellationToken) is not var (instance, ballot))
            return Error.Of("ballot.not-found");
        if (ballot.Status == BallotStatus.Closed)
            return Error.Of("ballot.closed", ("at", ballot.ClosedAt));
        if (ballot.Procedure == VotingProcedure.Circular && await CircularRefusalAsync(request, ballot, cancellationToken) is { } refused)
            return refused;
        if (request.Counts is { } minuted && Incomplete(ballot, minuted) is { } incomplete)
            return incomplete;
        if (ballot.Procedure == VotingProcedure.InSession && await ContradictionAsync(request, ballot, cancellationToken) is { } contradicts)
            return contradicts;
        if (await WrongAsync(request, ballot, cancellationToken) is { } wrong)
            return wrong;

        ballot.GrantedCents = request.GrantedCents;
        ballot.ReferredTo = request.ReferredTo;
        var closed = request.Counts is { } counts
            ? await closing.CloseAsync(instance, ballot, Count(ballot, counts), request.Outcome, cancellationToken)
            : await closing.CloseAsync(instance, ballot, request.Outcome, cancellationToken);
        return closed.IsSuccess ? new Done() : closed.Error!;
    }

    // A circular ballot is decided by its votes alone. Chair or clerk may take its item back while nobody has voted; later they
    // would stop a resolution whose way they can see.
    private async Task<Error?> CircularRefusalAsync(RecordBallotResult request, Ballot ballot, CancellationToken ct)
    {
        if (request.Outcome.IsVoted() || request.Counts is not null)
            return Error.Of("ballot.circular-counts-itself");
        return await db.Set<BallotMember>().AnyAsync(row => row.BallotId == ballot.Id && row.VotedAt != null, ct)
            ? Error.Of("ballot.circular-votes-given")
            : null;
    }

    // Whoever was present voted, abstained, was recused or did not vote: a number left out is a slip of the pen. A vote that was not
    // quorate is no result; the ballot is closed then, and the body called again.
    private static Error? Incomplete(Ballot ballot, RecordedCounts counts)
    {
        var count = Count(ballot, counts);
        if (BallotCountCheck.Check(count) is { } wrong)
            return wrong;
        var named = (long)count.Yes + count.No + count.Abstain + count.Recused + counts.NotVoting;
        if (counts.NotVoting < 0 || named != count.Present)
            return Error.Of("ballot.counts-incomplete", ("named", named), ("present", count.Present));
        return QuorumRule.Decide(count) is { IsQuorate: false }
            ? Error.Of("ballot.record-not-quorate", ("takingPart", count.TakingPart), ("members", count.StatutoryMembers))
            : null;
    }

    private async Task<Error?> ContradictionAsync(RecordBallotResult request, Ballot ballot, CancellationToken ct)
    {
        var members = await db.Set<BallotMember>().AsNoTracking().Where(row => row.BallotId == ballot.Id).ToListAsync(ct);
        var given = BallotCounting.Of(ballot, members);
        if (given.Yes + given.No + given.Abstain > 0 && (request.Counts is null || !request.Outcome.IsVoted()))
            return Error.Of("ballot.votes-given", ("votes", given.Yes + given.No + given.Abstain));
        if (request.Counts is not { } counts || Count(ballot, counts) is var stated
            && stated.Yes >= given.Yes && stated.No >= given.No && stated.Abstain >= given.Abstain && stated.Recused >= given.Recused)
            return null;
        return Error.Of("ballot.counts-below-votes", ("yes", given.Yes), ("no", given.No), ("abstain", given.Abstain), ("recused", given.Recused));
    }

    private async Task<Error?> WrongAsync(RecordBallotResult request, Ballot ballot, CancellationToken ct)
    {
        if (request.GrantedCents is { } granted)
        {
            var asked = await db.Set<Proposal>().Where(row => row.Id == ballot.ProposalId).Select(row => row.TotalCostCents).SingleAsync(ct);
            if (granted > asked)
                return Error.Of("ballot.granted-too-much", ("granted", new Money(granted)), ("asked", new Money(asked)));
        }

        if (request.ReferredTo is not { } code)
            return null;
        var target = await db.Set<Body>().AsNoTracking().SingleOrDefaultAsync(body => body.Code == code, ct);
        return target is null || target.Id == ballot.BodyId || target.Procedure == VotingProcedure.Office
            ? Error.Of("ballot.cannot-refer", ("body", code))
            : null;
    }

    private static BallotCount Count(Ballot ballot, RecordedCounts counts) => new()
    {
        StatutoryMembers = ballot.StatutoryMembers,
        Present = counts.Present,
        Yes = counts.Yes ?? counts.Present - counts.Recused - counts.No - counts.Abstain - counts.NotVoting,
        No = counts.No,
        Abstain = counts.Abstain,
        Recused = counts.Recused,
        Majority = ballot.Majority,
        Call = ballot.SecondCall ? CallKind.SecondWithNotice : CallKind.First,
        Committee = counts.ExpertCitizens > 0 ? new CommitteeAttendance(counts.Present - counts.Recused - counts.ExpertCitizens, counts.ExpertCitizens) : null,
    };
}
