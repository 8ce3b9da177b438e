using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Begins a case whose time has come. Sent by the sweep, once a due trigger; harmless when repeated. Times that passed while the program stood
/// still are made up for once.</summary>
public sealed record FireTrigger(Guid TriggerId) : ICommand<Done>, IRule<FireTrigger>
{
    /// <inheritdoc />
    public static Who<FireTrigger> Who => People.Who.Program<FireTrigger>();
}

/// <summary>The triggers that are due, oldest first.</summary>
public sealed record DueTriggers(int Limit) : IQuery<IReadOnlyList<FireTrigger>>, IRule<DueTriggers>
{
    /// <inheritdoc />
    public static Who<DueTriggers> Who => People.Who.Program<DueTriggers>();
}

internal sealed class FireTriggerHandler(GovernanceDb db, DefinitionStore definitions, ProcessRunner runner, TimeProvider clock) :
    IRequestHandler<FireTrigger, Result<Done>>, IRequestHandler<DueTriggers, Result<IReadOnlyList<FireTrigger>>>
{
    // A calendar that says "every second" by mistake would fill the database by itself.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    public async Task<Result<IReadOnlyList<FireTrigger>>> Handle(DueTriggers request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<CaseTrigger>().AsNoTracking().Where(row => row.FiresAt != null && row.FiresAt <= now)
            .OrderBy(row => row.FiresAt).Take(request.Limit).Select(row => new FireTrigger(row.Id)).ToListAsync(cancellationToken);
    }

    public async Task<Result<Done>> Handle(FireTrigger request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;

        // Another node fired it meanwhile, or another version was published.
        if (await db.Set<CaseTrigger>().Where(row => row.Id == request.TriggerId).Select(row => row.DefinitionId).SingleOrDefaultAsync(cancellationToken) is not { } workflow
            || (await CaseTrigger.LockAsync(db, workflow, cancellationToken)).Find(row => row.Id == request.TriggerId) is not { FiresAt: { } due } trigger || due > now)
            return new Done();
        if (await DefinitionStore.LatestAsync(db, trigger.DefinitionId, cancellationToken) is not { } number)
            return Error.Of("process.not-published", ("definition", trigger.DefinitionId));
        var definition = await definitions.GetAsync(db, trigger.DefinitionId, number, cancellationToken);
        if ((After(due) is { } next && next > now ? next : After(now)) is { } again)
            trigger.FiresAt = again > now + Least ? again : now + Least;
        else
            db.Remove(trigger);
        var wanted = new NewCase(trigger.DefinitionId, CorrelationId: null, []) { Trigger = new(trigger.ActivityId) };
        if (!await runner.MayBeginAsync(wanted, cancellationToken))
            return new Done();
        var started = await runner.StartByItselfAsync(wanted, cancellationToken);
        return started.IsSuccess ? new Done() : started.Error!;

        DateTime? After(DateTime instant) => CaseTrigger.In(definition, instant).FirstOrDefault(one => one.ActivityId == trigger.ActivityId && one.IsRepeated)?.Due?.UtcDateTime;
    }
}
