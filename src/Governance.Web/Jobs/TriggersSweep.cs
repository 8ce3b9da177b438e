using Governance.People;
using Governance.Processes;

namespace Governance.Web.Jobs;

/// <summary>Begins the cases whose time has come: of workflows that begin every so often, by a calendar, or once.</summary>
public sealed class TriggersSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "triggers";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken ct) => Batches.RunAsync(
        async () => (await program.SendAsync(new DueTriggers(Batches.Size), ct)).Value, trigger => program.SendAsync(trigger, CancellationToken.None),
        ct);
}
