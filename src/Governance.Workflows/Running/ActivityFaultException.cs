namespace Governance.Workflows;

/// <summary>An activity cannot go on; the message becomes its incident. <paramref name="node"/> is the activity to blame
/// where it is not the one that was executing (a loop's condition, read again after its body).</summary>
internal sealed class ActivityFaultException(string message, ActivityNode? node = null) : Exception(message)
{
    public ActivityNode? Node { get; } = node;
}
