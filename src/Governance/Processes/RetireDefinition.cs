using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Retires a published version, or takes that back: no new case begins on a retired one, running cases stay on it. New cases begin on the newest
/// version that is not retired; without one nothing can be submitted.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Number">The version.</param>
/// <param name="Retired">False takes it back.</param>
/// <param name="Reason">Why; stands in its history for good.</param>
public sealed record RetireDefinition(string DefinitionId, int Number, bool Retired, string Reason) : ICommand<VersionRetired>, IRule<RetireDefinition>
{
    /// <inheritdoc />
    public static Who<RetireDefinition> Who => People.Who.Holds<RetireDefinition>(Role.Administrator);
}

/// <summary>What came of it.</summary>
/// <param name="BeginsOn">The version on which new cases begin now, or null when nothing can begin.</param>
public sealed record VersionRetired(int? BeginsOn);

internal sealed class RetireDefinitionValidator : AbstractValidator<RetireDefinition>
{
    public RetireDefinitionValidator() =>
        RuleFor(request => request.Reason).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
}

internal sealed class RetireDefinitionHandler(GovernanceDb db, DefinitionStore definitions, AuditTrail audit, TimeProvider clock) : IRequestHandler<RetireDefinition, Result<VersionRetired>>
{
    public async Task<Result<VersionRetired>> Handle(RetireDefinition request, CancellationToken cancellationToken)
    {
        // All of them, so that two administrators are told the truth about what begins where.
        var versions = await db.Locked<PublishedDefinition>().Where(row => row.DefinitionId == request.DefinitionId).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        if (versions.Find(row => row.Number == request.Number) is not { } version)
            return Error.Of("definition-version.not-found", ("version", request.Number));
        if (request.Retired == version.RetiredAt is not null)
            return Error.Of(request.Retired ? "definition.already-retired" : "definition.already-in-force", ("version", request.Number));
        var (now, before) = (clock.GetUtcNow().UtcDateTime, BeginsOn());
        version.RetiredAt = request.Retired ? now : null;
        if (BeginsOn() is var after && after != before)
            await CaseTrigger.RenewAsync(db, request.DefinitionId, after is { } number ? await definitions.GetAsync(db, request.DefinitionId, number, cancellationToken) : null, now, cancellationToken);
        await audit.RecordAsync(
            version.Id, request.Retired ? "definition.retired" : "definition.reinstated", new { definition = version.DefinitionId, version = version.Number, reason = request.Reason.Trim() }, cancellationToken);
        return new VersionRetired(after);

        int? BeginsOn() => versions.FindLast(row => row.RetiredAt is null)?.Number;
    }
}
