using FluentValidation;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Publishes a definition: a new version, unless the newest is the very same text. Answers with its number.</summary>
public sealed record PublishDefinition(string Source, string Note) : ICommand<int>, IRule<PublishDefinition>
{
    /// <inheritdoc />
    public static Who<PublishDefinition> Who => People.Who.Holds<PublishDefinition>(Role.Administrator);
}

internal sealed class PublishDefinitionValidator : AbstractValidator<PublishDefinition>
{
    public PublishDefinitionValidator() => RuleFor(request => request.Source).NotEmpty().WithErrorCode("input.required");
}

internal sealed class PublishDefinitionHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<PublishDefinition, Result<int>>
{
    public async Task<Result<int>> Handle(PublishDefinition request, CancellationToken cancellationToken)
    {
        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Load(request.Source, ActivityRegistry.Catalog);
        }
        catch (DefinitionException unreadable)
        {
            return Error.Of("process.unreadable", ("why", unreadable.Message));
        }

        var latest = await db.Set<PublishedDefinition>().AsNoTracking().Where(row => row.DefinitionId == definition.DefinitionId)
            .OrderByDescending(row => row.Number).Select(row => new { row.Number, row.Sha256 }).FirstOrDefaultAsync(cancellationToken);
        if (latest?.Sha256 == definition.Sha256)
            return latest.Number;
        var published = new PublishedDefinition
        {
            DefinitionId = definition.DefinitionId,
            Number = (latest?.Number ?? 0) + 1,
            Sha256 = definition.Sha256,
            Source = definition.Source,
            PublishedAt = clock.GetUtcNow().UtcDateTime,
            Note = request.Note,
        };
        db.Add(published);
        return published.Number;
    }
}
