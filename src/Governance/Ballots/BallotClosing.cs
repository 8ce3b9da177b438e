using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Inbox;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>What is written when a ballot ends, however it ended: result and reasons on the ballot, its tasks closed, the sum
/// granted on the proposal, one entry in the audit trail, and the case resumed once.</summary>
public sealed class BallotClosing(GovernanceDb db, ProcessRunner runner, AuditTrail audit, CommandScope scope, TimeProvider clock)
{
    /// <summary>Outcome of a ballot that could not be decided.</summary>
    public const string NotQuorate = nameof(NotQuorate);

    /// <summary>Outcome of a circular ballot that a member's objection to the procedure stopped.</summary>
    public const string StoppedByObjection = nameof(CircularStatus.StoppedByObjection);

    /// <summary>Ends a locked, open ballot of a locked instance with a counted result.</summary>
    public Task<Result> CloseAsync(ProcessInstance instance, Ballot ballot, BallotCount count, DecisionOutcome? worded, CancellationToken ct)
    {
        var decided = BallotRules.Decide(count);
        if (!decided.IsSuccess)
            return Task.FromResult<Result>(decided.Error);
        (ballot.Present, ballot.Yes, ballot.No, ballot.Abstained, ballot.Recused) = (count.TakingPart, count.Yes, count.No, count.Abstain, count.Recused);
        (ballot.ExpertCitizens, ballot.LackNotEstablished) = (count.Committee?.ExpertCitizens, count.LackNotEstablished);
        var result = decided.Value;
        if (result.Decision is not { } decision)
            return EndAsync(instance, ballot, NotQuorate, NotQuorate, result.Reasons, ct);

        if (worded is { } said && Contradicts(said, result, count) is { } contradicts)
            return Task.FromResult<Result>(contradicts);
        var outcome = worded ?? decision;
        return EndAsync(instance, ballot, outcome.ToString(), outcome.ToCoarse().ToString(), result.Reasons, ct);
    }

    /// <summary>The clerk's wording may say more than the counts (amended, in part), but never the opposite.</summary>
    internal static Error? Contradicts(DecisionOutcome said, BallotResult result, BallotCount count) =>
        said.ToCoarse() == CoarseOutcome.Rejected != (result.Outcome == BallotOutcome.Rejected) || !said.Fits(count.Yes, count.No)
            ? Error.Of("ballot.wording-contradicts-counts", ("yes", count.Yes), ("no", count.No))
            : null;

    /// <summary>Ends it as the minutes word it, without counts.</summary>
    public Task<Result> CloseAsync(ProcessInstance instance, Ballot ballot, DecisionOutcome worded, CancellationToken ct) =>
        EndAsync(instance, ballot, worded.ToString(), worded.ToCoarse().ToString(), [Reason.Of("ballot.recorded", ("outcome", new Term("outcome", worded.ToString())))], ct);

    /// <summary>Stops a circular ballot: the votes given count for nothing, and the item comes up again before the same body, as after
    /// every postponement; <see cref="HoldBallot"/> then puts it to a meeting.</summary>
    public Task<Result> StopAsync(ProcessInstance instance, Ballot ballot, Reason reason, CancellationToken ct) =>
        EndAsync(instance, ballot, StoppedByObjection, nameof(CoarseOutcome.Postponed), [reason], ct);

    private async Task<Result> EndAsync(ProcessInstance instance, Ballot ballot, string outcome, string port, IReadOnlyList<Reason> reasons, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        ballot.Status = BallotStatus.Closed;
        ballot.ClosedAt = now;
        ballot.ClosedBy = scope.Actor.IsPerson ? scope.Actor.PersonId : null;
        ballot.Outcome = outcome;
        ballot.OutcomeReason = ReasonJson.Serialize(reasons);
        foreach (var task in await db.Set<InboxTask>().Where(task => task.BallotId == ballot.Id && task.IsOpen).ToListAsync(ct))
            task.Close(now);
        if (ballot.Role == BallotRole.Decision)
            await GrantAsync(ballot, port, ct);
        await audit.RecordAsync(ballot.ProposalId, "ballot.closed", new { ballot = ballot.Id, outcome, ballot.Yes, ballot.No, ballot.Abstained, ballot.Present, ballot.Recused, ballot.ExpertCitizens, ballot.LackNotEstablished, ballot.Wording }, ct);
        return await runner.ResumeAsync(instance, new Stimulus.ResumeBookmark(ballot.BookmarkKey, [port], new JsonObject { ["ReferredTo"] = ballot.ReferredTo }), ct);
    }

    private async Task GrantAsync(Ballot ballot, string port, CancellationToken ct)
    {
        if (port is not (nameof(CoarseOutcome.Adopted) or nameof(CoarseOutcome.AdoptedAmended) or nameof(CoarseOutcome.AdoptedInPart)))
            return;
        var proposal = await db.Set<Proposal>().SingleAsync(row => row.Id == ballot.ProposalId, ct);
        proposal.GrantedCents = ballot.GrantedCents ?? proposal.TotalCostCents;
    }
}
