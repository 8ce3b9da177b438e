using Governance.People;
using Governance.Processes;

namespace Governance.Web.OtherSystems;

/// <summary>Sends what cases ask other systems, some at once: one that answers slowly holds up no other.</summary>
public sealed class RequestsSweep(AsProgram program, RequestSender sender) : ISweep
{
    private const int AtOnce = 8;

    /// <inheritdoc />
    public string Name => "requests";

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct)
    {
        var due = (await program.SendAsync(new DueRequests(100), ct)).Value;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (id, stop) =>
        {
            var claimed = await program.SendAsync(new ClaimRequest(id), CancellationToken.None);
            if (!claimed.IsSuccess || claimed.Value.Call is null)
                return;
            var answer = await sender.SendAsync(claimed.Value, stop);
            await program.SendAsync(new AnswerRequest(id, answer.IsSuccess ? answer.Value : null, answer.Error), CancellationToken.None);
        });
    }
}
