using Governance.Persistence;

namespace Governance.People;

/// <summary>Somebody acts for another person's tasks on some days (Vertretung). Votes in council and committees are never
/// given by a deputy; for tasks of the administration the deputy sees and completes them, marked as such. Tasks of a role stay with
/// all who hold it: a deputy of the treasurer does not become one.</summary>
public sealed class Deputy : Entity
{
    /// <summary>Who is away.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Who acts.</summary>
    public required Guid DeputyId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it was ended before its last day (UTC), or null. It ends at once.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Which deputies count.</summary>
internal static class Deputies
{
    /// <summary>Those who act on the day.</summary>
    public static IQueryable<Deputy> ActingOn(this IQueryable<Deputy> deputies, DateOnly day) => deputies.Meeting(day, day);

    /// <summary>Those who act on at least one day of a period, first and last day included.</summary>
    public static IQueryable<Deputy> Meeting(this IQueryable<Deputy> deputies, DateOnly from, DateOnly until) =>
        deputies.Where(row => row.EndedAt == null && row.From <= until && row.Until >= from);
}
