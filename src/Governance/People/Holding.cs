using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Whether a person holds a role at some time.</summary>
internal static class Holding
{
    /// <summary>True when the person holds one of the roles on any day of the period (both days included; no end when null).</summary>
    public static Task<bool> HoldsAsync(this GovernanceDb db, Guid person, Role[] roles, DateOnly from, DateOnly? until, CancellationToken ct) =>
        db.Set<Appointment>().AnyAsync(
            row => row.PersonId == person && roles.Contains(row.Role) && (until == null || row.From <= until) && (row.Until == null || row.Until >= from), ct);
}
