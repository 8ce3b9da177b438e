using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Processes;

/// <summary>The bridge to the engine: gives an instance a stimulus, executes the product's activities as the engine meets them,
/// and puts everything that came of it into the command's context. Saving is the command behaviour's.</summary>
public sealed class ProcessRunner(
    GovernanceDb db, DefinitionStore definitions, ProcessRecorder recorder, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Starts an instance on the newest published version.</summary>
    /// <returns>The instance after its first burst, or <c>process.not-published</c>.</returns>
    public async Task<Result<ProcessInstance>> StartAsync(string definitionId, Guid subject, JsonObject inputs, CancellationToken ct)
    {
        if (await DefinitionStore.LatestAsync(db, definitionId, ct) is not { } number)
            return Error.Of("process.not-published", ("definition", definitionId));
        var now = clock.GetUtcNow();
        var instance = new ProcessInstance { DefinitionId = definitionId, DefinitionNumber = number, SubjectId = subject, StartedAt = now.UtcDateTime };
        db.Add(instance);
        var definition = await definitions.GetAsync(db, definitionId, number, ct);
        var run = WorkflowRun.Start(definition, instance.Id.ToString("N"), inputs, new RunContext(now, SeedOf(instance)));
        await DriveAsync(instance, definition, run, now, ct);
        return instance;
    }

    /// <summary>Gives a locked instance a stimulus.</summary>
    /// <returns><c>process.moved-on</c> when nothing waits for it any more.</returns>
    public async Task<Result> ResumeAsync(ProcessInstance instance, Stimulus stimulus, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var definition = await definitions.GetAsync(db, instance.DefinitionId, instance.DefinitionNumber, ct);
        var run = WorkflowRun.Resume(definition, WorkflowState.Parse(instance.State), stimulus, new RunContext(now, SeedOf(instance)));
        var result = await DriveAsync(instance, definition, run, now, ct);
        return result.Applied ? Result.Success : Error.Of("process.moved-on", ("why", result.Refusal));
    }

    private async Task<RunResult> DriveAsync(ProcessInstance instance, WorkflowDefinition definition, WorkflowRun run, DateTimeOffset now, CancellationToken ct)
    {
        while (run.Next() is { } call)
            run.Feed(await ExecuteAsync(instance, definition, call, now, ct));
        if (run.Result.Applied)
            await recorder.RecordAsync(instance, run.Result, ct);
        return run.Result;
    }

    private async Task<HostResult> ExecuteAsync(ProcessInstance instance, WorkflowDefinition definition, HostCall call, DateTimeOffset now, CancellationToken ct)
    {
        if (ActivityRegistry.Find(call.ActivityType) is not { } type)
            return HostResult.Fault($"No activity {call.ActivityType} is known here.");
        var activity = (ProcessActivity)ActivatorUtilities.CreateInstance(services, type);
        try
        {
            call.Bind(activity);
        }
        catch (HostBindingException wrongInput)
        {
            return HostResult.Fault(wrongInput.Message);
        }

        return await activity.ExecuteAsync(new ProcessStep(instance, definition.Find(call.ActivityId)!, call.BookmarkId, now.UtcDateTime), ct);
    }

    // Random numbers of scripts depend on the instance and its age alone, so that a replay draws the same.
    private static ulong SeedOf(ProcessInstance instance) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{instance.Id:N}:{instance.JournalLength}")));
}
