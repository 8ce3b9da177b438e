using Governance.Ballots;
using Governance.People;

namespace Governance.Web.Jobs;

/// <summary>Closes circular ballots at their deadline.</summary>
public sealed class BallotsSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "ballots";

    /// <inheritdoc />
    public Task RunAsync(CancellationToken ct) => Batches.RunAsync(
        async () => (await program.SendAsync(new DueBallots(Batches.Size), ct)).Value, ballot => program.SendAsync(new CloseDueBallot(ballot), CancellationToken.None),
        ct);
}
