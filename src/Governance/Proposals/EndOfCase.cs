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

    /// <summary>Ends it. The caller has locked both and asked <see cref="IsPossible"/>.</summary>
    public async Task<Result> EndAsync(ProcessInstance instance, Proposal proposal, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var ballot in await db.Set<Ballot>().Where(row => row.InstanceId == instance.Id && row.Status != BallotStatus.Closed).ToListAsync(ct))
        {
            ballot.Status = BallotStatus.Closed;
            ballot.ClosedAt = now;
            ballot.Outcome = nameof(DecisionOutcome.Withdrawn);
        }

        foreach (var task in await db.Set<InboxTask>().Where(row => row.InstanceId == instance.Id && row.IsOpen).ToListAsync(ct))
            task.Close(now);
        var ended = await runner.ResumeAsync(instance, new Stimulus.Cancel(), ct);
        if (!ended.IsSuccess)
            return ended;
        var released = await ledger.ReleaseAsync(proposal.Id, now, ct);
        if (!released.IsSuccess)
            return released.Error!;
        proposal.Stage = ProposalStage.Withdrawn;
        proposal.StageSince = now;
        return Result.Success;
    }
}
