using Governance.Ballots;
using Governance.People;

namespace Governance.Web.Jobs;

/// <summary>Follows the seats of bodies in the ballots that run: who has left has no vote, who has come gets the paper.</summary>
public sealed class BallotRollsSweep(AsProgram program) : ISweep
{
    /// <inheritdoc />
    public string Name => "ballot-rolls";

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var body in (await program.SendAsync(new BodiesToCompare(), ct)).Value)
        {
            await Batches.RunAsync(
                async () => (await program.SendAsync(new OutdatedRolls(body.BodyId, Batches.Size), ct)).Value, ballot => program.SendAsync(new RenewBallotRoll(ballot), CancellationToken.None),
                ct);

            // A ballot that was refused stays for the next minute.
            if ((await program.SendAsync(new OutdatedRolls(body.BodyId, Limit: 1), ct)).Value.Count == 0)
                await program.SendAsync(new NoteRollsCompared(body.BodyId, body.Version), CancellationToken.None);
        }
    }
}
