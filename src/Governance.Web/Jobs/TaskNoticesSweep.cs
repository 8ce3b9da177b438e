using Governance.Inbox;
using Governance.People;

namespace Governance.Web.Jobs;

/// <summary>Sends reminders, due notices and escalations of tasks.</summary>
public sealed class TaskNoticesSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "task-notices";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken ct) => Batches.RunAsync(
        async () => (await program.SendAsync(new DueTaskNotices(Batches.Size), ct)).Value, task => program.SendAsync(new SendTaskNotice(task), CancellationToken.None),
        ct);
}
