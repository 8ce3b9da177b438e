using Governance.People;
using Governance.Persistence;

namespace Governance.Web.Jobs;

/// <summary>Removes the answers kept for repeated API calls after a day.</summary>
public sealed class ForgetKeysSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "idempotency-keys";

    /// <inheritdoc />
    public bool RunsAfterCommits => false;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct) => await program.SendAsync(new ForgetIdempotencyKeys(), ct);
}
