using Governance.People;
using Governance.Processes;

namespace Governance.Web.OtherSystems;

/// <summary>Begins to send what cases ask other systems.</summary>
public sealed class RequestsSweep(AsProgram program, RequestPump pump) : ISweep
{
    /// <inheritdoc />
    public string Name => "requests";

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct)
    {
        if (pump.Free is > 0 and var free)
            foreach (var id in (await program.SendAsync(new DueRequests(free), ct)).Value)
                pump.Begin(id);
    }
}
