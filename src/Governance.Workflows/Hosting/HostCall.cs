using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>A host activity has been reached: the product executes it and feeds back a <see cref="HostResult"/>.</summary>
/// <param name="Inputs">The evaluated inputs by name.</param>
/// <param name="BookmarkId">The id the bookmark will get if the answer is Wait: unique, and the same in a replay.</param>
public sealed record HostCall(string ActivityId, string ActivityType, JsonObject Inputs, string BookmarkId, string InstanceId)
{
    /// <summary>Sets the [Input] properties of <paramref name="activity"/> from the inputs.</summary>
    /// <exception cref="HostBindingException">An input is missing or has another type; feed its message back as a fault.</exception>
    public void Bind(object activity) => HostBinding.Bind(this, activity);
}
