namespace Governance.Workflows;

/// <summary>Where an instance is between two bursts.</summary>
public enum WorkflowStatus
{
    /// <summary>A burst is under way; never seen in a stored state.</summary>
    Running,

    /// <summary>Waits for a bookmark or for the decision on an open incident.</summary>
    Suspended,
    Finished,
    Faulted,
    Cancelled,
}
