using Governance.Bodies;
using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>Whether a result may be recorded as the minutes are said to word it; writes nothing.</summary>
public sealed class RecordedResult(GovernanceDb db, TimeProvider clock)
{
    /// <summary>Why not, or null.</summary>
    public async Task<Error?> RefusalAsync(RecordBallotResult request, Ballot ballot, CancellationToken ct)
    {
        if (ballot.Status == BallotStatus.Closed)
            return Error.Of("ballot.closed", ("at", ballot.ClosedAt));
        if (ballot.Procedure == VotingProcedure.Circular && await CircularRefusalAsync(request, ballot, ct) is { } refused)
            return refused;

        // "Adopted" in the minutes says that more voted for it than against; it says nothing of two thirds.
        if (request.Counts is null && request.Outcome.IsVoted() && ballot.Majority != MajorityKind.Simple)
            return Error.Of("ballot.counts-needed", ("majority", ballot.Majority.ToString()));
        if (request.Counts is { } minuted && await AttendanceAsync(minuted, ballot, ct) is { } incomplete)
            return incomplete;
        if (ballot.Procedure == VotingProcedure.InSession && await ContradictionAsync(request, ballot, ct) is { } contradicts)
            return contradicts;
        if (request.Counts is { } counts && Count(ballot, counts) is var count && BallotRules.Decide(count) is { IsSuccess: true } decided
            && BallotClosing.Contradicts(request.Outcome, decided.Value, count) is { } denied)
            return denied;
        return await WrongAsync(request, ballot, ct);
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

    // A vote that was not quorate is no result; the ballot is closed then, and the body called again.
    private async Task<Error?> AttendanceAsync(RecordedCounts counts, Ballot ballot, CancellationToken ct)
    {
        var count = Count(ballot, counts);
        if (Incomplete(counts, count) is { } incomplete)
            return incomplete;
        var members = await db.Set<BallotMember>().AsNoTracking().Where(row => row.BallotId == ballot.Id).ToListAsync(ct);
        if ((await db.CommitteeSeatsAsync(ballot, clock.GetUtcNow().UtcDateTime, ct)).Check(count.TakingPart, counts.ExpertCitizens, BallotCounting.Voted(members)) is { } seats)
            return seats;
        var quorum = QuorumRule.Decide(count with { LackNotEstablished = false });
        if (quorum.IsQuorate)
            return counts.LackNotEstablished ? Error.Of("ballot.is-quorate", ("why", quorum.Reason)) : null;
        return counts.LackNotEstablished ? null : Error.Of("ballot.record-not-quorate", ("why", quorum.Reason));
    }

    // Whoever was present voted, abstained, was recused or did not vote: a number left out is a slip of the pen.
    private static Error? Incomplete(RecordedCounts counts, BallotCount count)
    {
        if (BallotCountCheck.Check(count) is { } wrong)
            return wrong;
        var named = (long)count.Yes + count.No + count.Abstain + count.Recused + counts.NotVoting;
        return counts.NotVoting < 0 || named != count.Present ? Error.Of("ballot.counts-incomplete", ("named", named), ("present", count.Present)) : null;
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

    /// <summary>The counts as the rules take them; yes follows from the rest where only the dissent was minuted.</summary>
    public static BallotCount Count(Ballot ballot, RecordedCounts counts) => new()
    {
        StatutoryMembers = ballot.StatutoryMembers,
        Present = counts.Present,
        Yes = counts.Yes ?? counts.Present - counts.Recused - counts.No - counts.Abstain - counts.NotVoting,
        No = counts.No,
        Abstain = counts.Abstain,
        Recused = counts.Recused,
        Majority = ballot.Majority,
        Call = ballot.SecondCall ? CallKind.SecondWithNotice : CallKind.First,
        LackNotEstablished = counts.LackNotEstablished,
        Committee = counts.ExpertCitizens is > 0 and var experts ? new CommitteeAttendance(counts.Present - counts.Recused - experts, experts) : null,
    };
}
