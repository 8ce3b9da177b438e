namespace Governance.Workflows;

/// <summary>Whether a workflow that begins by itself may do so while others run. It is not asked where somebody, or another workflow by name, starts it.</summary>
public enum ActivationStrategy
{
    /// <summary>Always.</summary>
    AllowAlways,

    /// <summary>Not while an instance of the same workflow runs.</summary>
    Singleton,

    /// <summary>Not while an instance of any workflow runs that is known by the same correlation id.</summary>
    Correlation,

    /// <summary>Not while an instance of the same workflow runs that is known by the same correlation id; without an id, as <see cref="Singleton"/>.</summary>
    CorrelatedSingleton,
}
