using Governance.Persistence;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>Executes the activities of Elsa by which a case asks another system: writes the request down and waits for the answer.</summary>
public sealed class OtherSystems(GovernanceDb db, AllowedAddresses allowed)
{
    /// <summary>Whether the activity is one of these.</summary>
    public static bool Executes(string activityType) => activityType is "Elsa.SendHttpRequest" or "Elsa.FlowSendHttpRequest";

    /// <summary>Executes it; saves and sends nothing.</summary>
    /// <param name="instance">The locked case.</param>
    /// <param name="call">What its definition asks for.</param>
    /// <param name="now">The instant of the step (UTC).</param>
    public HostResult Execute(ProcessInstance instance, HostCall call, DateTime now)
    {
        var request = HttpCall.Of(call);
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var address))
            return IncidentMessage.Fault(call.ActivityId, Error.Of("process.no-address", ("url", request.Url.Split('?')[0])));
        if (!allowed.Allows(address))
            return IncidentMessage.Fault(call.ActivityId, AllowedAddresses.Refusal(address));
        db.Add(OutgoingRequest.Of(instance.Id, call.BookmarkId, request, now));
        return HostResult.Wait();
    }
}
