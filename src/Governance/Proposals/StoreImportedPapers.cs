using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;

namespace Governance.Proposals;

/// <summary>Stores checked papers as drafts, all or none. Answers with the lines that somebody else imported meanwhile; then
/// nothing is stored.</summary>
internal sealed record StoreImportedPapers(IReadOnlyList<ImportedPaper> Papers, Guid OwnerId) : ICommand<IReadOnlyList<RefusedLine>>, IRule<StoreImportedPapers>
{
    /// <inheritdoc />
    public static Who<StoreImportedPapers> Who => People.Who.Holds<StoreImportedPapers>(Role.Office, Role.Administrator);
}

internal sealed class StoreImportedPapersHandler(GovernanceDb db, AuditTrail audit, TimeProvider clock) : IRequestHandler<StoreImportedPapers, Result<IReadOnlyList<RefusedLine>>>
{
    public async Task<Result<IReadOnlyList<RefusedLine>>> Handle(StoreImportedPapers request, CancellationToken cancellationToken)
    {
        var known = await ImportedPapers.FindAsync(db, request.Papers, cancellationToken);
        if (known.Count > 0)
            return Result.Ok<IReadOnlyList<RefusedLine>>([.. ImportedPapers.Refuse(request.Papers, known)]);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var paper in request.Papers)
        {
            var proposal = new Proposal
            {
                OwnerId = request.OwnerId,
                Title = paper.Content.Title,
                Content = "",
                ImportReference = paper.Reference,
                CreatedAt = now,
                StageSince = now,
            };
            proposal.Take(paper.Content);
            db.Add(proposal);
            await audit.RecordAsync(proposal.Id, "proposal.imported", new { title = proposal.Title, reference = paper.Reference, line = paper.Line, owner = request.OwnerId }, cancellationToken);
        }

        return Result.Ok<IReadOnlyList<RefusedLine>>([]);
    }
}
