using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>A proposal's stage and its case agree: a draft has none, all others have their own; what ended waits for nothing and
/// what is under way waits for something.</summary>
internal sealed class ProposalStages : ICheck
{
    private static readonly ProposalStage[] NotBegun = [ProposalStage.Idea, ProposalStage.Draft];

    private static readonly ProposalStage[] Ended = [ProposalStage.Rejected, ProposalStage.Noted, ProposalStage.Settled, ProposalStage.Withdrawn];

    private static readonly ProposalStage[] UnderWay =
    [
        ProposalStage.Submitted, ProposalStage.FormalCheck, ProposalStage.Opinions, ProposalStage.Scoring, ProposalStage.Hearing,
        ProposalStage.Decision, ProposalStage.Postponed, ProposalStage.Referred, ProposalStage.Returned, ProposalStage.Adopted,
    ];

    public string Name => "proposal-stages";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var proposals = db.Set<Proposal>().AsNoTracking();
        found.Looked(await proposals.LongCountAsync(ct));
        await found.AddEachAsync("proposal.draft-with-case", proposals.Where(row => NotBegun.Contains(row.Stage) && row.InstanceId != null).AsAsyncEnumerable(), Facts, ct);
        await found.AddEachAsync("proposal.without-number", proposals.Where(row => !NotBegun.Contains(row.Stage) && row.Number == null).AsAsyncEnumerable(), Facts, ct);
        await found.AddEachAsync(
            "proposal.without-case",
            proposals.Where(row => !NotBegun.Contains(row.Stage) && !db.Set<ProcessInstance>().Any(instance => instance.Id == row.InstanceId && instance.SubjectId == row.Id)).AsAsyncEnumerable(),
            Facts,
            ct);
        var cases = proposals.Join(db.Set<ProcessInstance>(), row => row.InstanceId, instance => instance.Id, (row, instance) => new { row.Id, row.Stage, instance.Status });
        await found.AddEachAsync(
            "proposal.stage-contradicts-case",
            cases.Where(one => (Ended.Contains(one.Stage) && one.Status == ProcessStatus.Suspended)
                || (UnderWay.Contains(one.Stage) && (one.Status == ProcessStatus.Finished || one.Status == ProcessStatus.Cancelled))).AsAsyncEnumerable(),
            one => [("proposal", one.Id), ("stage", one.Stage), ("case", one.Status)],
            ct);
    }

    private static (string Name, object? Value)[] Facts(Proposal proposal) => [("proposal", proposal.Id), ("stage", proposal.Stage)];
}
