using Governance.Persistence;

namespace Governance.Audit.Checks;

/// <summary>One thing that must hold over all rows.</summary>
internal interface ICheck
{
    /// <summary>Its stable name.</summary>
    string Name { get; }

    /// <summary>Looks at all rows it is about; holds a page of them at a time, or lets the database find what is wrong.</summary>
    Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct);
}
