using System.Collections.Concurrent;
using Governance.People;
using Governance.Processes;

namespace Governance.Web.OtherSystems;

/// <summary>Sends requests beside the sweeps, some at once: another system that answers slowly, or not at all, holds up no deadline and no mail.</summary>
public sealed class RequestPump(AsProgram program, RequestSender sender, IHostApplicationLifetime lifetime, ILogger<RequestPump> log)
{
    /// <summary>Most requests under way at a node.</summary>
    public const int Slots = 32;

    private readonly ConcurrentDictionary<Guid, Task> _underWay = new();

    /// <summary>How many more can be sent now.</summary>
    public int Free => Math.Max(0, Slots - _underWay.Count);

    /// <summary>Begins to send one; does not wait for it.</summary>
    public void Begin(Guid id)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_underWay.TryAdd(id, done.Task))
            _ = SendAsync(id, done);
    }

    /// <summary>Waits until none is under way.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_underWay.Values);

    private async Task SendAsync(Guid id, TaskCompletionSource done)
    {
        try
        {
            var claimed = await program.SendAsync(new ClaimRequest(id), CancellationToken.None);
            if (!claimed.IsSuccess || claimed.Value.Call is null)
                return;
            var answer = await sender.SendAsync(claimed.Value, lifetime.ApplicationStopping);
            await program.SendAsync(new AnswerRequest(id, answer.IsSuccess ? answer.Value : null, answer.Error), CancellationToken.None);
        }
        catch (Exception wrong)
        {
            // It is due again when its claim is over.
            log.LogWarning(wrong, "Request {Id} was not answered; it is sent again later", id);
        }
        finally
        {
            _underWay.TryRemove(id, out _);
            done.SetResult();
        }
    }
}
