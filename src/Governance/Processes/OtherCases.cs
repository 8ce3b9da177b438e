using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>Executes the activities of Elsa by which a case starts others or sends them events. <c>Elsa.ExecuteWorkflow</c> runs the other workflow to
/// its first wait within the same step; the rest is a <see cref="CaseMessage"/>, delivered right after the commit.</summary>
public sealed class OtherCases(GovernanceDb db, ProcessRunner runner)
{
    /// <summary>Most cases above one another: a workflow that starts itself comes to an end here.</summary>
    public const int MostDepth = 10;

    /// <summary>Most cases that one activity starts.</summary>
    public const int MostAtOnce = 1_000;

    /// <summary>Most cases that run to their first wait within one step: each may use all that a step may.</summary>
    public const int MostInOneStep = 100;

    /// <summary>Most cases that one brings about, those included that others of them started.</summary>
    public const int MostInAll = 10_000;

    /// <summary>How many events led to what runs in this command, each to the next.</summary>
    internal int Events { get; set; }

    /// <summary>Why the case may start no more, or null.</summary>
    internal static async Task<Error?> TooManyAsync(GovernanceDb db, ProcessInstance instance, CancellationToken ct)
    {
        var root = instance.RootId ?? instance.Id;
        return await db.Set<ProcessInstance>().CountAsync(row => row.RootId == root, ct) >= MostInAll ? Error.Of("process.too-many-in-all", ("most", MostInAll)) : null;
    }

    /// <summary>Whether the activity is one of these.</summary>
    public static bool Executes(string activityType) =>
        activityType is "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow" or "Elsa.BulkDispatchWorkflows" or "Elsa.PublishEvent";

    /// <summary>Executes it; saves nothing.</summary>
    /// <param name="instance">The locked case.</param>
    /// <param name="call">What its definition asks for.</param>
    /// <param name="now">The instant of the step (UTC).</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<HostResult> ExecuteAsync(ProcessInstance instance, HostCall call, DateTime now, CancellationToken ct)
    {
        if (call.ActivityType == "Elsa.PublishEvent")
        {
            var published = EventCall.Of(call);
            if (Events >= EventCall.MostInARow)
                return IncidentMessage.Fault(call.ActivityId, Error.Of("process.too-many-events", ("most", EventCall.MostInARow)));
            if (instance.Depth >= MostDepth && await BeginsBy(db, published).AnyAsync(ct))
                return IncidentMessage.Fault(call.ActivityId, Error.Of("process.too-deep", ("most", MostDepth)));
            db.Add(CaseMessage.Publish(instance.Id, published, Events + 1, now));
            return HostResult.Done();
        }

        var asked = ChildWorkflowCall.Of(call);
        if (await DefinitionStore.LatestAsync(db, asked.DefinitionId, ct) is null)
            return asked.Missing();
        if (instance.Depth >= MostDepth)
            return IncidentMessage.Fault(call.ActivityId, Error.Of("process.too-deep", ("most", MostDepth)));
        if (asked.Inputs.Count > MostAtOnce)
            return IncidentMessage.Fault(call.ActivityId, Error.Of("process.too-many-cases", ("count", asked.Inputs.Count), ("most", MostAtOnce)));
        if (await TooManyAsync(db, instance, ct) is { } tooMany)
            return IncidentMessage.Fault(call.ActivityId, tooMany);
        if (call.ActivityType == "Elsa.ExecuteWorkflow")
            return await RunAsync(instance, call, asked, ct);
        db.AddRange(asked.Inputs.Select(inputs => CaseMessage.Start(instance.Id, asked.Waits ? call.BookmarkId : null, new(asked.DefinitionId, asked.CorrelationId, inputs), Events, now)));
        return asked.Waits ? HostResult.Wait() : HostResult.Done();
    }

    /// <summary>What begins by an event.</summary>
    internal static IQueryable<CaseTrigger> BeginsBy(GovernanceDb db, EventCall published)
    {
        var hash = Workflows.Bookmark.HashOfEvent(published.Name);
        return db.Set<CaseTrigger>().AsNoTracking().Where(row => row.StimulusHash == hash);
    }

    private async Task<HostResult> RunAsync(ProcessInstance instance, HostCall call, ChildWorkflowCall asked, CancellationToken ct)
    {
        if (db.ChangeTracker.Entries<ProcessInstance>().Count(entry => entry.State == EntityState.Added) >= MostInOneStep)
            return IncidentMessage.Fault(call.ActivityId, Error.Of("process.too-many-in-one-step", ("most", MostInOneStep)));
        var started = await runner.StartChildAsync(new(asked.DefinitionId, asked.CorrelationId, asked.Inputs[0]), instance, parentBookmark: null, ct);
        if (!started.IsSuccess)
            return asked.Missing();
        if (asked.Waits && !started.Value.HasEnded)
            started.Value.ParentBookmark = call.BookmarkId;
        return (await ChildCases.ToldAsync(db, started.Value, ct)).Executed(asked.Waits);
    }
}
