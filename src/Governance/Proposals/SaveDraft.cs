using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Saves what the owner wrote so far. Answers with the new version.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="Content">All of it.</param>
/// <param name="Version">The version the owner saw; an older one is refused with <c>version.stale</c>. Null: whatever it is now.</param>
public sealed record SaveDraft(Guid ProposalId, ProposalContent Content, int? Version) : ICommand<int>, IRule<SaveDraft>
{
    /// <inheritdoc />
    public static Who<SaveDraft> Who => ProposalAccess.Corrects<SaveDraft>(request => request.ProposalId);
}

internal sealed class SaveDraftValidator : AbstractValidator<SaveDraft>
{
    public SaveDraftValidator() => RuleFor(request => request.Content).SetValidator(new DraftRules());
}

internal sealed class SaveDraftHandler(GovernanceDb db) : IRequestHandler<SaveDraft, Result<int>>
{
    public async Task<Result<int>> Handle(SaveDraft request, CancellationToken cancellationToken)
    {
        if (await db.Set<Proposal>().SingleOrDefaultAsync(row => row.Id == request.ProposalId, cancellationToken) is not { } proposal)
            return Error.Of("proposal.not-found");
        if (!proposal.IsEditable)
            return Error.Of("proposal.not-editable", ("stage", proposal.Stage.ToString()));
        if (request.Version is { } seen && proposal.Version != seen)
            return Error.Of("version.stale", ("seen", seen), ("now", proposal.Version));
        proposal.Take(request.Content with { HistoryElsewhere = ProposalContent.Parse(proposal.Content).HistoryElsewhere });
        return proposal.Version + 1;
    }
}
