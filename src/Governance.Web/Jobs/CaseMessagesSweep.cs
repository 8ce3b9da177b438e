using Governance.People;
using Governance.Processes;

namespace Governance.Web.Jobs;

/// <summary>Delivers what cases have for one another: workflows to start, events, the end of a case for which another waits.</summary>
public sealed class CaseMessagesSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "case-messages";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken ct) => Batches.RunAsync(
        async () => (await program.SendAsync(new DueCaseMessages(Batches.Size), ct)).Value, message => program.SendAsync(message, CancellationToken.None),
        ct);
}
