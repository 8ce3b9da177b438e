using FluentValidation;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Publishes a text as the next version of its workflow, unless the newest is the very same text and not retired. Answers with its number; a
/// definition in which <see cref="DefinitionCheck"/> finds an error is refused; warnings are the publisher's to judge.</summary>
public sealed record PublishDefinition(string Source, string Note) : ICommand<int>, IRule<PublishDefinition>
{
    /// <inheritdoc />
    public static Who<PublishDefinition> Who => People.Who.Holds<PublishDefinition>(Role.Administrator);
}

internal sealed class PublishDefinitionValidator : AbstractValidator<PublishDefinition>
{
    public PublishDefinitionValidator()
    {
        RuleFor(request => request.Source).NotEmpty().WithErrorCode("input.required");
        RuleFor(request => request.Note).NotEmpty().WithErrorCode("input.required").MaximumLength(2000).WithErrorCode("input.too-long");
    }
}

internal sealed class PublishDefinitionHandler(GovernanceDb db, AllowedAddresses addresses, CommandScope scope, AuditTrail audit, TimeProvider clock) : IRequestHandler<PublishDefinition, Result<int>>
{
    public async Task<Result<int>> Handle(PublishDefinition request, CancellationToken cancellationToken)
    {
        // The newest version's very text: nothing to read, and no script to compile.
        var sha256 = WorkflowDefinition.HashOf(request.Source);
        var versions = db.Set<PublishedDefinition>().AsNoTracking();
        var same = await versions.Where(row => row.Sha256 == sha256 && row.RetiredAt == null && !versions.Any(other => other.DefinitionId == row.DefinitionId && other.Number > row.Number))
            .Select(row => (int?)row.Number).FirstOrDefaultAsync(cancellationToken);
        if (same is { } number)
            return number;
        var definition = Publishing.Read(request.Source);
        if (definition.Error is { } unreadable)
            return unreadable;
        if (Publishing.Check(definition.Value, await Publishing.NamesAsync(db, addresses, cancellationToken)) is { } invalid)
            return invalid;
        return await Publishing.AddAsync(db, audit, definition.Value, request.Note.Trim(), Publishing.By(scope.Actor), clock.GetUtcNow().UtcDateTime, cancellationToken);
    }
}
