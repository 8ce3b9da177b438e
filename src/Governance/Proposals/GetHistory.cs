using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>Everything that was done to a proposal, oldest first, from the audit trail.</summary>
public sealed record GetHistory(Guid ProposalId) : IQuery<IReadOnlyList<HistoryEntry>>, IRule<GetHistory>
{
    /// <inheritdoc />
    public static Who<GetHistory> Who => ProposalAccess.Sees<GetHistory>(request => request.ProposalId);
}

/// <summary>One entry: a stable action code with its facts as JSON, by whom and when (UTC).</summary>
public sealed record HistoryEntry(int Number, DateTime At, string By, string Action, string Facts);

internal sealed class GetHistoryHandler(GovernanceDb db) : IRequestHandler<GetHistory, Result<IReadOnlyList<HistoryEntry>>>
{
    public async Task<Result<IReadOnlyList<HistoryEntry>>> Handle(GetHistory request, CancellationToken cancellationToken) =>
        await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == request.ProposalId).OrderBy(entry => entry.Number)
            .Select(entry => new HistoryEntry(entry.Number, entry.At, entry.ActorName, entry.Action, entry.Facts)).ToListAsync(cancellationToken);
}
