using FluentValidation;

namespace Governance.Persistence;

/// <summary>What every list asks of its page. A slip is told: whoever gets fewer rows than asked for would take them for all.</summary>
public static class PageRules
{
    /// <summary>Rows on the largest page.</summary>
    public const int Most = 200;

    /// <summary>1 to <see cref="Most"/> rows.</summary>
    public static void IsPageLimit<T>(this IRuleBuilder<T, int> limit) => limit.InclusiveBetween(1, Most).WithErrorCode("input.out-of-range");

    /// <summary>As the page before gave it, or nothing.</summary>
    /// <param name="cursor">The field.</param>
    /// <param name="isReadable">Whether the list wrote it.</param>
    public static void IsCursor<T>(this IRuleBuilder<T, string?> cursor, Predicate<string> isReadable) =>
        cursor.Must(given => string.IsNullOrEmpty(given) || isReadable(given)).WithErrorCode("input.unknown-cursor");
}
