using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The JSON of a version or of the draft, byte for byte: for Elsa Studio, or for a colleague.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Number">The version, or null for the draft.</param>
public sealed record GetDefinitionSource(string DefinitionId, int? Number) : IQuery<string>, IRule<GetDefinitionSource>
{
    /// <inheritdoc />
    public static Who<GetDefinitionSource> Who => People.Who.Holds<GetDefinitionSource>(Role.Administrator, Role.Office, Role.Auditor);
}

internal sealed class GetDefinitionSourceHandler(GovernanceDb db) : IRequestHandler<GetDefinitionSource, Result<string>>
{
    public async Task<Result<string>> Handle(GetDefinitionSource request, CancellationToken cancellationToken)
    {
        var sources = request.Number is { } number
            ? db.Set<PublishedDefinition>().Where(row => row.DefinitionId == request.DefinitionId && row.Number == number).Select(row => row.Source)
            : db.Set<DraftDefinition>().Where(row => row.DefinitionId == request.DefinitionId && row.DiscardedAt == null).Select(row => row.Source);
        return await sources.SingleOrDefaultAsync(cancellationToken) is { } source ? Result.Ok(source)
            : request.Number is { } missing ? Error.Of("definition-version.not-found", ("version", missing)) : Error.Of("definition-draft.not-found");
    }
}
