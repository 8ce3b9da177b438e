using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Funding;

/// <summary>The treasurer enters an appropriation (Ansatz) on a budget line; later ones add up.</summary>
public sealed record PostAppropriation(Guid BudgetLineId, long Cents, string Text) : ICommand<Done>, IRule<PostAppropriation>
{
    /// <inheritdoc />
    public static Who<PostAppropriation> Who => People.Who.Holds<PostAppropriation>(Role.Treasurer);
}

internal sealed class PostAppropriationValidator : AbstractValidator<PostAppropriation>
{
    public PostAppropriationValidator()
    {
        RuleFor(request => request.Cents).InclusiveBetween(1, 1_000_000_000_000).WithErrorCode("input.out-of-range");
        RuleFor(request => request.Text).NotEmpty().WithErrorCode("input.required").MaximumLength(200).WithErrorCode("input.too-long");
    }
}

internal sealed class PostAppropriationHandler(GovernanceDb db, Ledger ledger, TimeProvider clock) : IRequestHandler<PostAppropriation, Result<Done>>
{
    public async Task<Result<Done>> Handle(PostAppropriation request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<BudgetLine>(request.BudgetLineId, cancellationToken) is not { } line)
            return Error.Of("budget-line.not-found");
        var booked = ledger.Book(line, LedgerEntryKind.Appropriation, request.Cents, proposalId: null, clock.GetUtcNow().UtcDateTime, request.Text.Trim());
        return booked.IsSuccess ? new Done() : booked.Error!;
    }
}
