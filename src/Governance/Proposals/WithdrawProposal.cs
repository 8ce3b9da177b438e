using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
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

internal sealed class WithdrawProposalHandler(GovernanceDb db, EndOfCase end, AuditTrail audit) : IRequestHandler<WithdrawProposal, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawProposal request, CancellationToken cancellationToken)
    {
        var instanceId = await db.Set<Proposal>().Where(row => row.Id == request.ProposalId).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellationToken);
        var cases = instanceId is { } id ? await ChildCases.LockTreeAsync(db, id, cancellationToken) : [];
        var proposal = await db.LockAsync<Proposal>(request.ProposalId, cancellationToken);
        if (proposal is null)
            return Error.Of("proposal.not-found");
        if (cases.Count == 0 || !EndOfCase.IsPossible(proposal))
            return Error.Of("proposal.not-withdrawable", ("stage", proposal.Stage.ToString()));
        if ((await end.EndAsync(cases, proposal, cancellationToken)).Error is { } refused)
            return refused;
        await audit.RecordAsync(proposal.Id, "proposal.withdrawn", new { reason = request.Reason.Trim() }, cancellationToken);
        return new Done();
    }
}
