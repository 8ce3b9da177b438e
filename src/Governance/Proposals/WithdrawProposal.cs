using FluentValidation;
using Governance.Audit;
using Governance.Funding;
using Governance.Inbox;
using Governance.Ballots;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>The owner withdraws a proposal, which is possible until the decision: the case ends, its tasks and ballots close, its
/// reservations are released.</summary>
public sealed record WithdrawProposal(Guid ProposalId, string Reason) : ICommand<Done>, IRule<WithdrawProposal>
{
    /// <inheritdoc />
    public static Who<WithdrawProposal> Who => ProposalAccess.Owns<WithdrawProposal>(request => request.ProposalId);
}

internal sealed class WithdrawProposalValidator : AbstractValidator<WithdrawProposal>
{
    public WithdrawProposalValidator() => RuleFor(request => request.Reason)
        .NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
}

internal sealed class WithdrawProposalHandler(GovernanceDb db, ProcessRunner runner, Ledger ledger, AuditTrail audit, TimeProvider clock) : IRequestHandler<WithdrawProposal, Result<Done>>
{
    private static readonly ProposalStage[] BeforeTheDecision =
    [
        ProposalStage.Submitted, ProposalStage.FormalCheck, ProposalStage.Opinions, ProposalStage.Scoring, ProposalStage.Hearing,
        ProposalStage.Decision, ProposalStage.Postponed, ProposalStage.Referred, ProposalStage.Returned,
    ];

    public async Task<Result<Done>> Handle(WithdrawProposal request, CancellationToken cancellationToken)
    {
        var instanceId = await db.Set<Proposal>().Where(row => row.Id == request.ProposalId).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellationToken);
        var instance = instanceId is { } id ? await db.LockAsync<ProcessInstance>(id, cancellationToken) : null;
        var proposal = await db.LockAsync<Proposal>(request.ProposalId, cancellationToken);
        if (proposal is null)
            return Error.Of("proposal.not-found");
        if (instance is null || !BeforeTheDecision.Contains(proposal.Stage))
            return Error.Of("proposal.not-withdrawable", ("stage", proposal.Stage.ToString()));

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var ballot in await db.Set<Ballot>().Where(row => row.InstanceId == instance.Id && row.Status != BallotStatus.Closed).ToListAsync(cancellationToken))
        {
            ballot.Status = BallotStatus.Closed;
            ballot.ClosedAt = now;
            ballot.Outcome = nameof(DecisionOutcome.Withdrawn);
        }

        foreach (var task in await db.Set<InboxTask>().Where(row => row.InstanceId == instance.Id && row.IsOpen).ToListAsync(cancellationToken))
            task.Close(now);
        var ended = await runner.ResumeAsync(instance, new Stimulus.Cancel(), cancellationToken);
        if (!ended.IsSuccess)
            return ended.Error!;
        var released = await ledger.ReleaseAsync(proposal.Id, now, cancellationToken);
        if (!released.IsSuccess)
            return released.Error!;
        proposal.Stage = ProposalStage.Withdrawn;
        proposal.StageSince = now;
        await audit.RecordAsync(proposal.Id, "proposal.withdrawn", new { reason = request.Reason.Trim() }, cancellationToken);
        return new Done();
    }
}
