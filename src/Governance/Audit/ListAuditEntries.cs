using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit;

/// <summary>What was done to a person, a body, the authority table or a text, newest first; at most 200 entries.</summary>
public sealed record ListAuditEntries(params IReadOnlyList<Guid> Subjects) : IQuery<IReadOnlyList<AuditLine>>, IRule<ListAuditEntries>
{
    /// <inheritdoc />
    public static Who<ListAuditEntries> Who => People.Who.Holds<ListAuditEntries>(Role.Administrator, Role.Auditor);
}

/// <summary>One entry: a stable action code with its facts as JSON, by whom and when (UTC).</summary>
public sealed record AuditLine(DateTime At, string By, string Action, string Facts);

internal sealed class ListAuditEntriesHandler(GovernanceDb db) : IRequestHandler<ListAuditEntries, Result<IReadOnlyList<AuditLine>>>
{
    private const int Lines = 200;

    public async Task<Result<IReadOnlyList<AuditLine>>> Handle(ListAuditEntries request, CancellationToken cancellationToken) =>
        await db.Set<AuditEntry>().AsNoTracking().Where(entry => request.Subjects.Contains(entry.SubjectId)).OrderByDescending(entry => entry.Sequence).Take(Lines)
            .Select(entry => new AuditLine(entry.At, entry.ActorName, entry.Action, entry.Facts)).ToListAsync(cancellationToken);
}
