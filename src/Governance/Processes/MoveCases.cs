using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;

namespace Governance.Processes;

/// <summary>Moves chosen running cases to another version of their workflow, each with an entry in its history. A case that moved on or ended
/// meanwhile, so that it cannot be moved any more, stays where it is and is counted.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="From">The version that they run on.</param>
/// <param name="To">The version that they are to run on.</param>
/// <param name="Cases">Which, at most <see cref="PreviewMove.MostCases"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveCases(string DefinitionId, int From, int To, IReadOnlyList<Guid> Cases, string Reason) : ICommand<CasesMoved>, IRule<MoveCases>
{
    /// <inheritdoc />
    public static Who<MoveCases> Who => People.Who.Holds<MoveCases>(Role.Administrator);
}

/// <summary>What came of it.</summary>
/// <param name="Moved">How many were moved.</param>
/// <param name="Stayed">How many could not be moved (any more).</param>
public sealed record CasesMoved(int Moved, int Stayed);

internal sealed class MoveCasesValidator : AbstractValidator<MoveCases>
{
    public MoveCasesValidator()
    {
        RuleFor(request => request.To).NotEqual(request => request.From).WithErrorCode("input.unknown");
        RuleFor(request => request.Reason).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
        RuleFor(request => request.Cases).NotEmpty().WithErrorCode("input.required").Must(cases => cases.Count <= PreviewMove.MostCases).WithErrorCode("input.too-many");
    }
}

internal sealed class MoveCasesHandler(GovernanceDb db, DefinitionStore definitions, AuditTrail audit, TimeProvider clock) : IRequestHandler<MoveCases, Result<CasesMoved>>
{
    public async Task<Result<CasesMoved>> Handle(MoveCases request, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(db, request.DefinitionId, request.From, cancellationToken) is not { } from
            || await definitions.FindAsync(db, request.DefinitionId, request.To, cancellationToken) is not { } to)
            return Error.Of("process.not-found");
        var moved = 0;

        // In one order everywhere, so that two administrators do not wait for each other.
        foreach (var id in request.Cases.Distinct().Order())
            if (await db.LockAsync<ProcessInstance>(id, cancellationToken) is { Status: ProcessStatus.Suspended } instance
                && instance.DefinitionId == request.DefinitionId && instance.DefinitionNumber == request.From
                && StateMove.Of(WorkflowState.Parse(instance.State), from, to) is { State: { } state } move)
            {
                instance.State = state.ToJson();
                instance.DefinitionNumber = request.To;
                var step = JournalStep.OfMove(instance.Id, move, clock.GetUtcNow(), request.From, request.To);
                db.Add(step);
                instance.JournalLength = step.Last;
                await audit.RecordAsync(instance.SubjectId, "case.moved", new { from = request.From, to = request.To, reason = request.Reason.Trim() }, cancellationToken);
                moved++;
            }

        return new CasesMoved(moved, request.Cases.Distinct().Count() - moved);
    }
}
