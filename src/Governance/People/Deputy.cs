using Governance.Persistence;

namespace Governance.People;

/// <summary>Somebody acts for another person's tasks on some days (Vertretung). Votes in council and committees are never
/// given by a deputy; for tasks of the administration the deputy sees and completes them, marked as such.</summary>
public sealed class Deputy : Entity
{
    /// <summary>Who is away.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Who acts.</summary>
    public required Guid DeputyId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; set; }
}
