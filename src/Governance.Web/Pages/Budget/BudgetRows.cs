using Governance.Funding;
using Governance.LifeAreas;
using Governance.Web.Pages.Office;
using Governance.Web.Texts;
using Governance.Web.Ui.Charts;
using Governance.Web.Ui.Format;

namespace Governance.Web.Pages.Budget;

/// <summary>Sums of budget lines in euro cents: a line, a life area × source, a year.</summary>
public sealed record Balances(long Appropriation, long Transferred, long Reserved, long Committed, long Paid, long Frozen, long Available)
{
    /// <summary>What was given, transfers included.</summary>
    public long Given => Appropriation + Transferred;

    /// <summary>What is taken, in percent of what was given.</summary>
    public int? TakenPercent => Given <= 0 ? null : (int)Math.Round((Given - Available) * 100m / Given, MidpointRounding.AwayFromZero);

    /// <summary>Of one line.</summary>
    public static Balances Of(BudgetLineView line) => new(
        line.AppropriationCents, line.TransferredCents, line.ReservedCents, line.CommittedCents, line.PaidCents, line.FrozenCents, line.AvailableCents);

    /// <summary>Of a year.</summary>
    public static Balances Of(BudgetYear year) => new(
        year.AppropriationCents, 0, year.ReservedCents, year.CommittedCents, year.PaidCents, year.FrozenCents, year.AvailableCents);

    /// <summary>Of many.</summary>
    public static Balances Sum(IEnumerable<Balances> many) => many.Aggregate(
        new Balances(0, 0, 0, 0, 0, 0, 0), (sum, one) => new(
            sum.Appropriation + one.Appropriation, sum.Transferred + one.Transferred, sum.Reserved + one.Reserved, sum.Committed + one.Committed,
            sum.Paid + one.Paid, sum.Frozen + one.Frozen, sum.Available + one.Available));

    /// <summary>The parts of its bar; a line that is over its money shows by how much.</summary>
    public IReadOnlyList<BarSegment> Segments(TextCatalog texts) =>
    [
        new(texts["Budget.Paid"], Paid, Fill.Solid, Euro.Thousands(Paid)),
        new(texts["Budget.CommittedOpen"], Committed - Paid, Fill.Light, Euro.Thousands(Committed - Paid)),
        new(texts["Budget.Reserved"], Reserved, Fill.Hatched, Euro.Thousands(Reserved)),
        new(texts["Budget.Frozen"], Frozen, Fill.Dotted, Euro.Thousands(Frozen)),
        new(texts["Budget.Available"], Math.Max(0, Available), Fill.Empty, Euro.Thousands(Available)),
        new(texts["Budget.Lacking"], Math.Max(0, -Available), Fill.Lacking, Euro.Format(-Available)),
    ];
}

/// <summary>A life area × source with its balances; <see cref="IsFirst"/> names the life area once.</summary>
public sealed record AreaRow(string LifeArea, string Source, bool IsFirst, Balances Balances)
{
    /// <summary>The rows of a year, in the guideline's order of life areas, the city's own money first.</summary>
    public static IReadOnlyList<AreaRow> Of(IEnumerable<BudgetLineView> lines)
    {
        var groups = lines.GroupBy(line => (line.LifeArea, line.FundingSource))
            .OrderBy(group => Place(group.Key.LifeArea)).ThenBy(group => FundingSources.Place(group.Key.FundingSource)).ToList();
        return [.. groups.Select((group, index) => new AreaRow(
            group.Key.LifeArea, group.Key.FundingSource, index == 0 || groups[index - 1].Key.LifeArea != group.Key.LifeArea, Balances.Sum(group.Select(Balances.Of))))];
    }

    /// <summary>The life area's place in the guideline.</summary>
    public static int Place(string lifeArea) => LifeAreaCodes.All.ToList().IndexOf(lifeArea) is >= 0 and var place ? place : LifeAreaCodes.All.Count;

    /// <summary>Both names: "Mobilität, Stadt".</summary>
    public string Name(TextCatalog texts) => texts["Budget.LineName", CityWords.LifeArea(LifeArea), texts.Source(Source)];
}
