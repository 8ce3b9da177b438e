using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Ballots;

/// <summary>The bodies whose seats may have changed since their ballots' rolls were last compared with them: each once a day, and after
/// each change. So nobody has to compare every ballot every minute.</summary>
public sealed record BodiesToCompare : IQuery<IReadOnlyList<BodyToCompare>>, IRule<BodiesToCompare>
{
    /// <inheritdoc />
    public static Who<BodiesToCompare> Who => People.Who.Program<BodiesToCompare>();
}

/// <summary>A body and the version of its seats.</summary>
public sealed record BodyToCompare(Guid BodyId, int Version);

internal sealed class BodiesToCompareHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<BodiesToCompare, Result<IReadOnlyList<BodyToCompare>>>
{
    public async Task<Result<IReadOnlyList<BodyToCompare>>> Handle(BodiesToCompare request, CancellationToken cancellationToken)
    {
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return await db.Set<Body>().AsNoTracking().Where(body => body.Procedure != VotingProcedure.Office && (body.RollsOn == null || body.RollsOn != today || body.RollsVersion != body.Version))
            .OrderBy(body => body.Sequence).Select(body => new BodyToCompare(body.Id, body.Version)).ToListAsync(cancellationToken);
    }
}

/// <summary>Notes that the rolls of a body's ballots agree with its seats of today, as they were in that version.</summary>
public sealed record NoteRollsCompared(Guid BodyId, int Version) : ICommand<Done>, IRule<NoteRollsCompared>
{
    /// <inheritdoc />
    public static Who<NoteRollsCompared> Who => People.Who.Program<NoteRollsCompared>();
}

internal sealed class NoteRollsComparedHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<NoteRollsCompared, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteRollsCompared request, CancellationToken cancellationToken)
    {
        // Set without the row: the body's version is what its editors go by, and this is no change of theirs.
        var today = BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime);
        await db.Set<Body>().Where(body => body.Id == request.BodyId).ExecuteUpdateAsync(
            body => body.SetProperty(row => row.RollsOn, today).SetProperty(row => row.RollsVersion, request.Version), cancellationToken);
        return new Done();
    }
}
