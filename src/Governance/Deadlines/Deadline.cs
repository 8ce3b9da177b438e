using Governance.Texts;

namespace Governance.Deadlines;

/// <summary>How a period's last day is treated.</summary>
public enum DeadlineKind
{
    /// <summary>For a declaration or a performance: a last day on a Saturday, Sunday or public holiday moves to the next working
    /// day (BGB § 193, VwVfG § 31 (3)).</summary>
    Legal,

    /// <summary>Stays where it falls: a date fixed by notice with that reference (VwVfG § 31 (3) sentence 2), or a period that
    /// is not for a declaration or a performance.</summary>
    Fixed,

    /// <summary>The city's own date: its closing days move it too.</summary>
    Internal,
}

/// <summary>What starts a period.</summary>
public enum PeriodStart
{
    /// <summary>An event in the course of a day, which does not count (BGB § 187 (1)).</summary>
    Event,

    /// <summary>The beginning of a day, which counts (BGB § 187 (2)).</summary>
    BeginningOfDay,
}

/// <summary>A date and why it is that date.</summary>
/// <param name="Date">The last day; the deadline ends with it in Europe/Berlin.</param>
/// <param name="Reasons">How it was counted, and what moved it.</param>
public sealed record Deadline(DateOnly Date, IReadOnlyList<Reason> Reasons);
