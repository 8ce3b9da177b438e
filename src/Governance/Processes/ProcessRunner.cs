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
    public Task<Result<ProcessInstance>> StartAsync(string definitionId, Guid subject, JsonObject inputs, CancellationToken ct) =>
        StartAsync(new NewCase(definitionId, CorrelationId: null, inputs), subject, parent: null, parentBookmark: null, ct);

    /// <summary>Whether an instance that begins by itself may do so now, see <see cref="ActivationStrategy"/>. The workflow's triggers are locked.</summary>
    /// <param name="wanted">Which workflow, and what events would name it by.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<bool> MayBeginAsync(NewCase wanted, CancellationToken ct) =>
        await DefinitionStore.LatestAsync(db, wanted.DefinitionId, ct) is not { } number
        || await Activation.IsAllowedAsync(db, await definitions.GetAsync(db, wanted.DefinitionId, number, ct), wanted.CorrelationId, ct);

    /// <summary>Starts an instance that nobody started: it is about nothing but itself.</summary>
    /// <param name="wanted">Which workflow, and by what it begins.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The instance after its first burst, or <c>process.not-published</c>.</returns>
    internal Task<Result<ProcessInstance>> StartByItselfAsync(NewCase wanted, CancellationToken ct) => StartAsync(wanted, subject: null, parent: null, parentBookmark: null, ct);

    /// <summary>Starts an instance for another one, about the same subject.</summary>
    /// <param name="wanted">Which workflow, and what it begins with.</param>
    /// <param name="parent">The locked instance that starts it.</param>
    /// <param name="parentBookmark">Its bookmark that waits until the new one has ended, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The instance after its first burst, or <c>process.not-published</c>.</returns>
    internal Task<Result<ProcessInstance>> StartChildAsync(NewCase wanted, ProcessInstance parent, string? parentBookmark, CancellationToken ct) =>
        StartAsync(wanted, parent.SubjectId, parent, parentBookmark, ct);

    private async Task<Result<ProcessInstance>> StartAsync(NewCase wanted, Guid? subject, ProcessInstance? parent, string? parentBookmark, CancellationToken ct)
    {
        if (await DefinitionStore.LatestAsync(db, wanted.DefinitionId, ct) is not { } number)
            return Error.Of("process.not-published", ("definition", wanted.DefinitionId));
        var (now, id) = (Now(), wanted.Id ?? Guid.CreateVersion7());
        var instance = new ProcessInstance
        {
            Id = id,
            DefinitionId = wanted.DefinitionId,
            DefinitionNumber = number,
            SubjectId = subject ?? id,
            StartedAt = now.UtcDateTime,
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? parent?.Id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            ParentBookmark = parentBookmark,
        };
        db.Add(instance);
        var definition = await definitions.GetAsync(db, wanted.DefinitionId, number, ct);
        var run = WorkflowRun.Start(definition, id.ToString("N"), wanted.Inputs, new RunContext(now, SeedOf(id, 0)), wanted.CorrelationId, wanted.Trigger);
        await DriveAsync(instance, definition, run, stimulus: null, now, ct);
        return instance;
    }

    /// <summary>Gives a locked instance a stimulus.</summary>
    /// <returns><c>process.moved-on</c> when nothing waits for it any more.</returns>
    public async Task<Result> ResumeAsync(ProcessInstance instance, Stimulus stimulus, CancellationToken ct)
    {
        var now = Now();
        var definition = await definitions.GetAsync(db, instance.DefinitionId, instance.DefinitionNumber, ct);
        var run = WorkflowRun.Resume(definition, WorkflowState.Parse(instance.State), stimulus, new RunContext(now, SeedOf(instance.Id, instance.JournalLength)));
        var result = await DriveAsync(instance, definition, run, stimulus, now, ct);
        return result.Applied ? Result.Success : Error.Of("process.moved-on", ("why", result.Refusal));
    }

    private async Task<RunResult> DriveAsync(ProcessInstance instance, WorkflowDefinition definition, WorkflowRun run, Stimulus? stimulus, DateTimeOffset now, CancellationToken ct)
    {
        while (run.Next() is { } call)
            run.Feed(await ExecuteAsync(services, instance, definition, call, now, ct));
        if (run.Result.Applied)
            await recorder.RecordAsync(instance, stimulus, run.Result, ct);
        return run.Result;
    }

    /// <summary>Executes an activity of the product in the context of the services; saves nothing.</summary>
    internal static async Task<HostResult> ExecuteAsync(IServiceProvider services, ProcessInstance instance, WorkflowDefinition definition, HostCall call, DateTimeOffset now, CancellationToken ct)
    {
        if (OtherCases.Executes(call.ActivityType))
            return await services.GetRequiredService<OtherCases>().ExecuteAsync(instance, call, now.UtcDateTime, ct);
        if (OtherSystems.Executes(call.ActivityType))
            return services.GetRequiredService<OtherSystems>().Execute(instance, call, now.UtcDateTime);
        if (ActivityRegistry.Find(call.ActivityType) is not { } type)
            return HostResult.Fault($"No activity {call.ActivityType} is known here.");
        if (instance.IsAboutItself)
            return IncidentMessage.Fault(call.ActivityId, Error.Of("process.no-proposal"));
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

    /// <summary>Where random numbers of a step's scripts begin: they depend on the instance and its age alone, so that a replay draws the same.</summary>
    /// <param name="instanceId">Whose.</param>
    /// <param name="journalLength">Length of its journal before the step.</param>
    internal static ulong SeedOf(Guid instanceId, long journalLength) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId:N}:{journalLength}")));

    // As exact as a database keeps it, else a replay would take another instant.
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), now.Offset);
    }
}
