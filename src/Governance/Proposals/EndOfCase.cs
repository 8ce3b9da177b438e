using Governance.Ballots;
using Governance.Funding;
using Governance.Inbox;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Ends a case before its decision: its tasks and ballots close, its reservations are released, the proposal counts as withdrawn.</summary>
public sealed class EndOfCase(GovernanceDb db, ProcessRunner runner, Ledger ledger, TimeProvider clock)
{
    private static readonly ProposalStage[] BeforeTheDecision =
    [
        ProposalStage.Submitted, ProposalStage.FormalCheck, ProposalStage.Opinions, ProposalStage.Scoring, ProposalStage.Hearing,
        ProposalStage.Decision, ProposalStage.Postponed, ProposalStage.Referred, ProposalStage.Returned,
    ];

    /// <summary>Whether the proposal's case can still be ended.</summary>
    public static bool IsPossible(Proposal proposal) => BeforeTheDecision.Contains(proposal.Stage);

    /// <summary>Ends it. The caller has locked all and asked <see cref="IsPossible"/>.</summary>
    /// <param name="cases">The proposal's case and those that it started, see <see cref="ChildCases.LockTreeAsync"/>.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result> EndAsync(IReadOnlyList<ProcessInstance> cases, Proposal proposal, CancellationToken ct)
    {
        var ended = await EndAsync(cases, ct);
        if (!ended.IsSuccess)
            return ended;
        var now = clock.GetUtcNow().UtcDateTime;
        var released = await ledger.ReleaseAsync(proposal.Id, now, ct);
        if (!released.IsSuccess)
            return released.Error!;
        proposal.Stage = ProposalStage.Withdrawn;
        proposal.StageSince = now;
        return Result.Success;
    }

    /// <summary>Ends cases that are about no proposal.</summary>
    /// <param name="cases">The locked cases, see <see cref="ChildCases.LockTreeAsync"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result> EndAsync(IReadOnlyList<ProcessInstance> cases, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = cases.Select(one => one.Id).ToArray();
        foreach (var ballot in await db.Set<Ballot>().Where(row => ids.Contains(row.InstanceId) && row.Status != BallotStatus.Closed).ToListAsync(ct))
        {
            ballot.Status = BallotStatus.Closed;
            ballot.ClosedAt = now;
            ballot.Outcome = nameof(DecisionOutcome.Withdrawn);
        }

        foreach (var task in await db.Set<InboxTask>().Where(row => ids.Contains(row.InstanceId) && row.IsOpen).ToListAsync(ct))
            task.Close(now);

        // The first may be over, with one that it started still at work.
        if (cases.All(one => one.HasEnded))
            return Error.Of("process.moved-on");
        foreach (var one in cases.Where(one => !one.HasEnded))
            if (await runner.ResumeAsync(one, new Stimulus.Cancel(), ct) is { IsSuccess: false } refused)
                return refused;
        return Result.Success;
    }
}
