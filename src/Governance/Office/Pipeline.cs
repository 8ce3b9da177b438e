using Governance.Persistence;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>The stages of the procedure with what stands there. Two queries, whatever the number of cases.</summary>
public sealed class Pipeline(GovernanceDb db)
{
    /// <summary>Stages in which a case is still to be decided, in their order.</summary>
    public static IReadOnlyList<ProposalStage> Running { get; } =
    [
        ProposalStage.Returned, ProposalStage.Submitted, ProposalStage.FormalCheck, ProposalStage.Opinions, ProposalStage.Scoring, ProposalStage.Hearing,
        ProposalStage.Referred, ProposalStage.Decision, ProposalStage.Postponed, ProposalStage.Adopted,
    ];

    internal IQueryable<Proposal> Cases => db.Set<Proposal>().AsNoTracking().Where(row => row.SubmittedAt != null && Running.Contains(row.Stage));

    internal async Task<List<PipelineStage>> ReadAsync(CancellationToken ct)
    {
        var sums = await Cases.GroupBy(row => row.Stage)
            .Select(stage => new { stage.Key, Count = stage.Count(), Cents = stage.Sum(row => row.TotalCostCents) }).ToListAsync(ct);
        var oldest = await Cases.GroupBy(row => row.Stage)
            .Select(stage => stage.OrderBy(row => row.StageSince).ThenBy(row => row.Sequence).Select(row => new { row.Stage, row.Id, row.Number, row.StageSince }).First())
            .ToDictionaryAsync(row => row.Stage, ct);
        return [.. sums.Where(stage => oldest.ContainsKey(stage.Key)).OrderBy(stage => Place(stage.Key)).Select(stage => new PipelineStage(
            stage.Key, stage.Count, stage.Cents, oldest[stage.Key].Id, oldest[stage.Key].Number, oldest[stage.Key].StageSince))];
    }

    private static int Place(ProposalStage stage)
    {
        for (var place = 0; place < Running.Count; place++)
            if (Running[place] == stage)
                return place;
        return Running.Count;
    }
}
