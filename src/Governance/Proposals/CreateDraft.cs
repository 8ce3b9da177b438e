using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Proposals;

/// <summary>Begins a proposal. Answers with its id.</summary>
public sealed record CreateDraft(ProposalContent Content, string? ImportReference = null) : ICommand<Guid>, IRule<CreateDraft>
{
    /// <inheritdoc />
    public static Who<CreateDraft> Who => People.Who.Holds<CreateDraft>(Role.ProjectOwner, Role.Office);
}

internal sealed class CreateDraftValidator : AbstractValidator<CreateDraft>
{
    public CreateDraftValidator() => RuleFor(request => request.Content).SetValidator(new DraftRules());
}

internal sealed class CreateDraftHandler(GovernanceDb db, CommandScope scope, AuditTrail audit, TimeProvider clock) : IRequestHandler<CreateDraft, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CreateDraft request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var proposal = new Proposal
        {
            OwnerId = scope.Actor.PersonId,
            Title = request.Content.Title,
            Content = "",
            ImportReference = request.ImportReference,
            CreatedAt = now,
            StageSince = now,
        };
        proposal.Take(request.Content);
        db.Add(proposal);
        await audit.RecordAsync(proposal.Id, "proposal.drafted", new { title = proposal.Title, reference = proposal.ImportReference }, cancellationToken);
        return proposal.Id;
    }
}
