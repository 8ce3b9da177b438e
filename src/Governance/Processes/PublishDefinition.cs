using FluentValidation;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Publishes a definition: a new version, unless the newest is the very same text. Answers with its number; a
/// definition in which <see cref="DefinitionCheck"/> finds an error is refused; warnings are the publisher's to judge.</summary>
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
        // The newest version's very text: nothing to read, and no script to compile, at every start of the program.
        var sha256 = WorkflowDefinition.HashOf(request.Source);
        var versions = db.Set<PublishedDefinition>().AsNoTracking();
        var same = await versions.Where(row => row.Sha256 == sha256 && !versions.Any(other => other.DefinitionId == row.DefinitionId && other.Number > row.Number))
            .Select(row => (int?)row.Number).FirstOrDefaultAsync(cancellationToken);
        if (same is { } number)
            return number;

        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Load(request.Source, ActivityRegistry.Catalog);
        }
        catch (DefinitionException unreadable)
        {
            return Error.Of("process.unreadable", ("why", unreadable.Message));
        }

        // A case that came to such a gap would stand still for ever, and a published version is never changed.
        var problems = DefinitionCheck.Of(definition).Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => $"{problem.ActivityId}: {problem.Message}").ToList();
        if (problems.Count > 0)
            return Error.Of("process.invalid", ("problems", problems));

        var latest = await versions.Where(row => row.DefinitionId == definition.DefinitionId).MaxAsync(row => (int?)row.Number, cancellationToken);
        var published = new PublishedDefinition
        {
            DefinitionId = definition.DefinitionId,
            Number = (latest ?? 0) + 1,
            Sha256 = definition.Sha256,
            Source = definition.Source,
            PublishedAt = clock.GetUtcNow().UtcDateTime,
            Note = request.Note,
        };
        db.Add(published);
        return published.Number;
    }
}
