namespace Governance.Workflows;

/// <summary>What an activity's fault does to its instance.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance ends as Faulted.</summary>
    Fault,

    /// <summary>Other branches go on; the failed activity waits as an open incident for Retry, Skip or Cancel.</summary>
    ContinueWithIncidents,
}
