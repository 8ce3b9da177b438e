using FluentValidation;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Funding;

/// <summary>The treasurer takes an appropriation back, freezes free money (§ 25 KomHVO) or frees what was frozen.</summary>
public sealed record AdjustBudgetLine(Guid BudgetLineId, BudgetAdjustment Kind, long Cents, string Text) : ICommand<Done>, IRule<AdjustBudgetLine>
{
    /// <inheritdoc />
    public static Who<AdjustBudgetLine> Who => People.Who.Holds<AdjustBudgetLine>(Role.Treasurer);
}

/// <summary>What the treasurer may do with one line's money.</summary>
public enum BudgetAdjustment
{
    /// <summary>Takes back of the appropriation, for example by a supplementary budget.</summary>
    Reduction,

    /// <summary>Haushaltssperre.</summary>
    Freeze,

    /// <summary>Ends a freeze.</summary>
    Unfreeze,
}

internal sealed class AdjustBudgetLineValidator : AbstractValidator<AdjustBudgetLine>
{
    public AdjustBudgetLineValidator()
    {
        RuleFor(request => request.Kind).IsInEnum().WithErrorCode("input.unknown");
        RuleFor(request => request.Cents).InclusiveBetween(1, 1_000_000_000_000).WithErrorCode("input.out-of-range");
        RuleFor(request => request.Text).NotEmpty().WithErrorCode("input.required").MaximumLength(200).WithErrorCode("input.too-long");
    }
}

internal sealed class AdjustBudgetLineHandler(GovernanceDb db, Ledger ledger, TimeProvider clock) : IRequestHandler<AdjustBudgetLine, Result<Done>>
{
    public async Task<Result<Done>> Handle(AdjustBudgetLine request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<BudgetLine>(request.BudgetLineId, cancellationToken) is not { } line)
            return Error.Of("budget-line.not-found");
        var kind = request.Kind switch
        {
            BudgetAdjustment.Reduction => LedgerEntryKind.AppropriationReduction,
            BudgetAdjustment.Freeze => LedgerEntryKind.Freeze,
            _ => LedgerEntryKind.Unfreeze,
        };
        var booked = ledger.Book(line, kind, request.Cents, proposalId: null, clock.GetUtcNow().UtcDateTime, request.Text.Trim());
        return booked.IsSuccess ? new Done() : booked.Error!;
    }
}
