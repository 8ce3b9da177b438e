using Governance.Persistence;

namespace Governance.People;

/// <summary>A person holds a role from one day to another (both included; no end when null).</summary>
public sealed class Appointment : Entity
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What.</summary>
    public required Role Role { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; set; }
}
