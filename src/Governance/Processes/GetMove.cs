using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>The record of a move of cases.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="MoveId">Which move.</param>
public sealed record GetMove(string DefinitionId, Guid MoveId) : IQuery<MoveDetails>, IRule<GetMove>
{
    /// <inheritdoc />
    public static Who<GetMove> Who => People.Who.Holds<GetMove>(Role.Administrator, Role.Office, Role.Auditor);
}

/// <summary>A move for reading.</summary>
/// <param name="Title">The workflow's title in the version that cases were moved to.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">By whom.</param>
/// <param name="Record">What came of it.</param>
public sealed record MoveDetails(LocalText Title, DateTime At, string By, MoveRecord Record);

internal sealed class GetMoveHandler(GovernanceDb db, DefinitionStore definitions) : IRequestHandler<GetMove, Result<MoveDetails>>
{
    public async Task<Result<MoveDetails>> Handle(GetMove request, CancellationToken cancellationToken)
    {
        var versions = db.Set<PublishedDefinition>().Where(row => row.DefinitionId == request.DefinitionId).Select(row => row.Id);
        if (await db.Set<AuditEntry>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.MoveId && row.Action == MoveRecord.Action && versions.Contains(row.SubjectId), cancellationToken) is not { } entry)
            return Error.Of("process.not-found");
        var record = MoveRecord.Read(entry.Facts);
        return new MoveDetails(DefinitionsHandler.TitleOf(await definitions.GetAsync(db, request.DefinitionId, record.To, cancellationToken)), entry.At, entry.ActorName, record);
    }
}
