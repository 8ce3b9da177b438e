using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Office;

/// <summary>What the start page shows beside the inbox: one's own proposals by stage and, for who may see the control room, the pipeline.</summary>
public sealed record GetStart : IQuery<StartView>, IRule<GetStart>
{
    /// <inheritdoc />
    public static Who<GetStart> Who => People.Who.SignedIn<GetStart>();
}

/// <summary>One's own proposals, and the pipeline or nothing; amounts in euro cents, instants in UTC.</summary>
public sealed record StartView(IReadOnlyList<StageCount> OwnStages, IReadOnlyList<OwnProposal> Own, IReadOnlyList<PipelineStage> Pipeline);

/// <summary>How many stand in a stage.</summary>
public sealed record StageCount(ProposalStage Stage, int Count);

/// <summary>One of one's own.</summary>
public sealed record OwnProposal(Guid Id, string? Number, string Title, ProposalStage Stage, DateTime StageSince, long Cents);

internal sealed class GetStartHandler(GovernanceDb db, Pipeline pipeline, Access access, CommandScope scope) : IRequestHandler<GetStart, Result<StartView>>
{
    private const int Lines = 5;

    public async Task<Result<StartView>> Handle(GetStart request, CancellationToken cancellationToken)
    {
        var mine = db.Set<Proposal>().AsNoTracking().Where(row => row.OwnerId == scope.Actor.PersonId);
        var stages = scope.Actor.IsPerson ? await mine.GroupBy(row => row.Stage).Select(stage => new StageCount(stage.Key, stage.Count())).ToListAsync(cancellationToken) : [];
        var latest = stages.Count == 0 ? [] : await mine.OrderByDescending(row => row.StageSince).ThenByDescending(row => row.Sequence).Take(Lines)
            .Select(row => new OwnProposal(row.Id, row.Number, row.Title, row.Stage, row.StageSince, row.TotalCostCents)).ToListAsync(cancellationToken);
        var seesAll = await access.CanAsync(new GetControlRoom(), cancellationToken);
        return new StartView([.. stages.OrderBy(stage => stage.Stage)], latest, seesAll ? await pipeline.ReadAsync(cancellationToken) : []);
    }
}
