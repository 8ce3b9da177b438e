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
        async () => (await program.SendAsync(new DueCaseMessages(Batches.Size), ct)).Value, DeliverAsync,
        ct);

    private async Task<Result<Done>> DeliverAsync(DeliverCaseMessage message)
    {
        try
        {
            var delivered = await program.SendAsync(message, CancellationToken.None);
            if (delivered.IsSuccess)
                return delivered;
        }
        catch (Exception)
        {
            await program.SendAsync(new PostponeCaseMessage(message.MessageId), CancellationToken.None);
            throw;
        }

        return await program.SendAsync(new PostponeCaseMessage(message.MessageId), CancellationToken.None);
    }
}
