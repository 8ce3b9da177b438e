using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The workflows of which the actor may begin a case about a proposal now.</summary>
public sealed record ListBeginnings(Guid ProposalId) : IQuery<IReadOnlyList<Beginning>>, IRule<ListBeginnings>
{
    /// <inheritdoc />
    public static Who<ListBeginnings> Who => ProposalAccess.Sees<ListBeginnings>(request => request.ProposalId);
}

/// <summary>A workflow that can be begun.</summary>
/// <param name="DefinitionId">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it does, or empty.</param>
/// <param name="Form">What is asked for.</param>
public sealed record Beginning(string DefinitionId, LocalText Title, LocalText Description, BeginForm Form);

internal sealed class ListBeginningsHandler(GovernanceDb db, CommandScope scope, DefinitionStore definitions) : IRequestHandler<ListBeginnings, Result<IReadOnlyList<Beginning>>>
{
    public async Task<Result<IReadOnlyList<Beginning>>> Handle(ListBeginnings request, CancellationToken cancellationToken)
    {
        var found = new List<Beginning>();
        if (await db.Set<Proposal>().AsNoTracking().Where(row => row.Id == request.ProposalId)
            .Join(db.Set<ProcessInstance>().Where(first => ChildCases.Running.Contains(first.Status)), row => row.InstanceId, first => (Guid?)first.Id, (row, _) => new { row.OwnerId, row.Stage })
            .SingleOrDefaultAsync(cancellationToken) is not { } proposal)
            return Result.Ok<IReadOnlyList<Beginning>>(found);

        // Versions are few, and their texts are not read.
        var inForce = (await db.Set<PublishedDefinition>().AsNoTracking().Where(row => row.RetiredAt == null).Select(row => new { row.DefinitionId, row.Number, row.BegunBy }).ToListAsync(cancellationToken))
            .GroupBy(row => row.DefinitionId, StringComparer.Ordinal).Select(versions => versions.MaxBy(row => row.Number)!);
        foreach (var version in inForce.Where(row => row.BegunBy is { } by && BeginForm.Allows(by, scope.Actor, proposal.OwnerId)).OrderBy(row => row.DefinitionId, StringComparer.Ordinal))
        {
            var definition = await definitions.GetAsync(db, version.DefinitionId, version.Number, cancellationToken);
            if (BeginForm.Of(definition) is { } form && (form.Stages.Count == 0 || form.Stages.Contains(proposal.Stage)))
                found.Add(new(version.DefinitionId, DefinitionsHandler.TitleOf(definition), DefinitionsHandler.DescriptionOf(definition), form));
        }

        return Result.Ok<IReadOnlyList<Beginning>>(found);
    }
}
