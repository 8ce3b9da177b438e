using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Processes;

/// <summary>Executes activities for a dry run: each case in a context of its own that is thrown away unsaved.</summary>
internal sealed class Trials(IServiceScopeFactory scopes)
{
    /// <summary>Drives a dry run to its end.</summary>
    /// <param name="instance">The case; it is not changed.</param>
    /// <param name="replay">Its dry run.</param>
    /// <param name="tried">The version that is tried.</param>
    /// <returns>What it did, and by when (UTC) each activity would be answered that was asked anew.</returns>
    public async Task<(ReplayTrace Trace, IReadOnlyDictionary<string, DateTime> Dues)> RunAsync(ProcessInstance instance, Replay replay, WorkflowDefinition tried, CancellationToken ct)
    {
        var dues = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        if (replay.Next() is not { } asked)
            return (replay.Trace, dues);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = Actor.System;
        var tasks = scope.ServiceProvider.GetRequiredService<GovernanceDb>().Set<InboxTask>().Local;
        for (HostCall? call = asked; call is not null; call = replay.Next())
        {
            var before = tasks.ToHashSet();
            var answer = await AnswerAsync(scope.ServiceProvider, instance, tried, call, replay.Instant, ct);
            replay.Feed(answer);
            if (DueOf(tasks.Where(task => !before.Contains(task)), answer) is { } due)
                dues[call.ActivityId] = due;
        }

        // Where the record had the answer in the end, it is due as it was.
        foreach (var last in replay.Trace.Calls.GroupBy(call => call.ActivityId, StringComparer.Ordinal).Select(calls => calls.Last()).Where(last => last.IsRecorded))
            dues.Remove(last.ActivityId);
        return (replay.Trace, dues);
    }

    // What throws would stop the case with an error of the program; here it stops this case's dry run alone. A database that is away is another matter.
    private static async Task<HostResult> AnswerAsync(IServiceProvider services, ProcessInstance instance, WorkflowDefinition tried, HostCall call, DateTimeOffset at, CancellationToken ct)
    {
        try
        {
            return await ProcessRunner.ExecuteAsync(services, instance, tried, call, at, ct);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException && !TransientFault.Is(thrown, services.GetRequiredService<GovernanceDb>()))
        {
            return HostResult.Fault($"{call.ActivityId}: {thrown.Message}");
        }
    }

    private static DateTime? DueOf(IEnumerable<InboxTask> opened, HostResult answer) =>
        answer is not HostResult.Waiting waiting ? null
        : opened.Select(task => (DateTime?)task.DueAt).Min() ?? ProcessTimers.FiresAtOf(waiting.Payload);
}
