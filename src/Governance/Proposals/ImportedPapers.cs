using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Proposals;

/// <summary>A line of the file that is right.</summary>
internal sealed record ImportedPaper(int Line, string Reference, ProposalContent Content);

/// <summary>Which papers of a file are here already.</summary>
internal static class ImportedPapers
{
    private const int Chunk = 500;

    /// <summary>A proposal that came from a paper of the same reference.</summary>
    public sealed record Known(Guid Id, string Reference, ProposalStage Stage, int Version, ProposalContent Content);

    /// <summary>The proposals with the papers' references.</summary>
    public static async Task<Dictionary<string, Known>> FindAsync(GovernanceDb db, IReadOnlyList<ImportedPaper> papers, CancellationToken ct)
    {
        var known = new Dictionary<string, Known>(StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in papers.Select(paper => paper.Reference).Chunk(Chunk))
            foreach (var row in await db.Set<Proposal>().AsNoTracking().Where(row => row.ImportReference != null && chunk.Contains(row.ImportReference))
                .Select(row => new { row.Id, Reference = row.ImportReference!, row.Stage, row.Version, row.Content }).ToListAsync(ct))
                known[row.Reference] = new Known(row.Id, row.Reference, row.Stage, row.Version, ProposalContent.Parse(row.Content));
        return known;
    }

    /// <summary>True when every paper is here as the file has it. A run that stored its file stored all of it, so only then was it
    /// this file that was interrupted; a draft that differs by now belongs to its owner and is not submitted over his head.</summary>
    public static bool IsAllOf(IReadOnlyList<ImportedPaper> papers, Dictionary<string, Known> known) => papers.Count > 0 && papers.All(paper =>
        known.TryGetValue(paper.Reference, out var found)
        && (found.Stage != ProposalStage.Draft
            || (found.Content.Title == paper.Content.Title && found.Content.TotalCost == paper.Content.TotalCost
                && found.Content.LeadingLifeArea == paper.Content.LeadingLifeArea && found.Content.PersonalData == paper.Content.PersonalData)));

    /// <summary>A reason for each paper that is here already.</summary>
    public static IEnumerable<RefusedLine> Refuse(IEnumerable<ImportedPaper> papers, Dictionary<string, Known> known) => papers
        .Where(paper => known.ContainsKey(paper.Reference))
        .Select(paper => new RefusedLine(paper.Line, Error.Of("import.already-imported", ("column", "reference"), ("value", paper.Reference))));
}
