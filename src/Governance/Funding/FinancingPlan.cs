using System.Globalization;

namespace Governance.Funding;

/// <summary>One cell of a financing plan.</summary>
/// <param name="Code">Kind of cost, or funding source.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Amount">Euro, not negative.</param>
public sealed record PlanItem(string Code, int Year, Money Amount);

/// <summary>A violation and the field it is shown at.</summary>
/// <param name="Path">For example <c>cost[2].amount</c> or <c>years[2027]</c>.</param>
/// <param name="Error">What is wrong.</param>
public sealed record PlanViolation(string Path, Error Error);

/// <summary>Financing plan of a proposal (Finanzierungsplan): cost by kind and year, cover by source and year. Both sums are equal in
/// every year, to the cent.</summary>
public sealed record FinancingPlan(IReadOnlyList<PlanItem> Cost, IReadOnlyList<PlanItem> Cover)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    // A thousand times the largest city budget; keeps sums far below the limit of a long.
    private static readonly Money LargestAmount = Money.FromEuro(10_000_000_000_000);

    /// <summary>Total cost over all years.</summary>
    public Money TotalCost => Money.Sum(Cost.Select(item => item.Amount));

    /// <summary>Years of the plan in their order.</summary>
    public IReadOnlyList<int> Years => [.. Cost.Concat(Cover).Select(item => item.Year).Distinct().Order()];

    /// <summary>Everything that is wrong, or nothing: <c>plan.empty</c>, <c>plan.code-missing</c>, <c>plan.year-out-of-range</c>,
    /// <c>plan.negative-amount</c>, <c>plan.amount-too-large</c>, <c>plan.duplicate</c>,
    /// <c>plan.cover-missing</c>, <c>plan.cover-exceeds</c>.</summary>
    public IReadOnlyList<PlanViolation> Violations()
    {
        if (Cost.Count == 0)
            return [new("cost", Error.Of("plan.empty"))];

        List<PlanViolation> violations = [.. Items("cost", Cost), .. Items("cover", Cover)];

        // Sums of wrong cells would only repeat what is said at the cell.
        return violations.Exists(v => v.Error.Code is "plan.amount-too-large" or "plan.negative-amount") ? violations : [.. violations, .. Unbalanced()];
    }

    private IEnumerable<PlanViolation> Unbalanced() =>
        from year in Years
        let cost = Money.Sum(Cost.Where(item => item.Year == year).Select(item => item.Amount))
        let cover = Money.Sum(Cover.Where(item => item.Year == year).Select(item => item.Amount))
        where cost != cover
        select new PlanViolation($"years[{year}]", Error.Of(
            cover < cost ? "plan.cover-missing" : "plan.cover-exceeds",
            ("year", YearText(year)),
            ("cost", cost),
            ("cover", cover),
            ("difference", cover < cost ? cost - cover : cover - cost)));

    private static IEnumerable<PlanViolation> Items(string list, IReadOnlyList<PlanItem> items)
    {
        var seen = new HashSet<(string Code, int Year)>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (string.IsNullOrWhiteSpace(item.Code))
                yield return new($"{list}[{i}].code", Error.Of("plan.code-missing"));
            else if (!seen.Add((item.Code, item.Year)))
                yield return new($"{list}[{i}]", Error.Of("plan.duplicate", ("code", item.Code), ("year", YearText(item.Year))));
            if (item.Year is < FirstYear or > LastYear)
                yield return new($"{list}[{i}].year", Error.Of("plan.year-out-of-range", ("year", YearText(item.Year))));
            if (item.Amount.IsNegative)
                yield return new($"{list}[{i}].amount", Error.Of("plan.negative-amount", ("amount", item.Amount)));
            if (item.Amount > LargestAmount)
                yield return new($"{list}[{i}].amount", Error.Of("plan.amount-too-large", ("amount", item.Amount)));
        }
    }

    // As text, because a year is not grouped by thousands.
    private static string YearText(int year) => year.ToString(CultureInfo.InvariantCulture);
}
