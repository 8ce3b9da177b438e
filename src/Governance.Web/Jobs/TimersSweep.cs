using Governance.People;
using Governance.Processes;

namespace Governance.Web.Jobs;

/// <summary>Resumes cases whose waiting time is over: objection periods, delays.</summary>
public sealed class TimersSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "timers";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken ct) => Batches.RunAsync(
        async () => (await program.SendAsync(new DueTimers(Batches.Size), ct)).Value, timer => program.SendAsync(timer, CancellationToken.None),
        ct);
}
