using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Resumes one case whose waiting time is over. Sent by the sweep, once a due bookmark; harmless when repeated.</summary>
public sealed record FireTimer(Guid InstanceId, string BookmarkKey) : ICommand<Done>, IRule<FireTimer>
{
    /// <inheritdoc />
    public static Who<FireTimer> Who => People.Who.Program<FireTimer>();
}

internal sealed class FireTimerHandler(GovernanceDb db, ProcessRunner runner, TimeProvider clock) : IRequestHandler<FireTimer, Result<Done>>
{
    public async Task<Result<Done>> Handle(FireTimer request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<ProcessInstance>(request.InstanceId, cancellationToken) is not { } instance)
            return Error.Of("process.not-found");
        var now = clock.GetUtcNow().UtcDateTime;
        var bookmark = await db.Set<Bookmark>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == request.BookmarkKey && row.FiresAt <= now, cancellationToken);

        // Another node fired it meanwhile.
        if (bookmark is null)
            return new Done();
        Stimulus stimulus = bookmark.TimerOutcome is { } outcome
            ? new Stimulus.ResumeBookmark(bookmark.Key, [outcome])
            : new Stimulus.Elapse(bookmark.Key);
        var resumed = await runner.ResumeAsync(instance, stimulus, cancellationToken);
        return resumed.IsSuccess ? new Done() : resumed.Error!;
    }
}

/// <summary>The timers that are due, oldest first.</summary>
public sealed record DueTimers(int Limit) : IQuery<IReadOnlyList<FireTimer>>, IRule<DueTimers>
{
    /// <inheritdoc />
    public static Who<DueTimers> Who => People.Who.Program<DueTimers>();
}

internal sealed class DueTimersHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<DueTimers, Result<IReadOnlyList<FireTimer>>>
{
    public async Task<Result<IReadOnlyList<FireTimer>>> Handle(DueTimers request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<Bookmark>().AsNoTracking().Where(row => row.FiresAt != null && row.FiresAt <= now)
            .OrderBy(row => row.FiresAt).Take(request.Limit).Select(row => new FireTimer(row.InstanceId, row.Key)).ToListAsync(cancellationToken);
    }
}
